# errpact: provider=klavi
"""A snapshot is made of what data there are, if any: that there are some doesn't say that they are all. Where a
snapshot without accounts is one of another kind, that is told apart."""

from dataclasses import dataclass

import requests

URL = "https://api.klavi.ai/open-data/v1/refresh"


class KlaviError(Exception):
    def __init__(self, code, message):
        super().__init__(f"klavi {code}: {message}")
        self.code = code


@dataclass(frozen=True)
class Snapshot:
    accounts: tuple
    transactions: int
    status: str = "COMPLETE"


def fetch(cpf):
    body = requests.post(URL, json={"cpf": cpf}, timeout=60).json()
    code = int(body["code"])
    if code // 100 != 2:  # error: EP202 201 202 203
        raise KlaviError(code, body.get("message", ""))
    return code, body.get("data") or {}


def refreshed(cpf):
    _, data = fetch(cpf)
    return Snapshot(tuple(a["id"] for a in data.get("accounts", ())), len(data.get("transactions", ())))


def held(cpf):
    code, data = fetch(cpf)
    status = "COMPLETE" if code == 200 else "PARTIAL"
    return Snapshot(tuple(a["id"] for a in data.get("accounts", ())), len(data.get("transactions", ())), status)


def accounts_alone(cpf):
    code, data = fetch(cpf)
    if code != 200:
        raise KlaviError(code, "not all of it")
    return data.get("accounts") or []
