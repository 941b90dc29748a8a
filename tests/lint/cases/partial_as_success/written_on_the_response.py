# errpact: provider=klavi
"""What a hook writes on the response is there where the response comes to: the code, or only that it was read."""

from dataclasses import dataclass

import requests

URL = "https://api.klavi.ai/open-data/v1/reports"
OK = 200
PARTIAL = {201: "extra-authorization", 202: "transactions-missing", 203: "cpf-missing"}


class KlaviError(Exception):
    def __init__(self, code, body):
        super().__init__(code)
        self.code = code
        self.body = body


@dataclass(frozen=True)
class Report:
    data: dict
    complete: bool
    gap: str | None = None


def with_the_code(response, *args, **kwargs):
    body = response.json()
    if body["code"] != OK and body["code"] not in PARTIAL:
        raise KlaviError(body["code"], body)
    response.klavi_code = body["code"]
    return response


def without_the_code(response, *args, **kwargs):
    body = response.json()
    if body["code"] != OK and body["code"] not in PARTIAL:  # error: EP202 201 202 203
        raise KlaviError(body["code"], body)
    setattr(response, "klavi_read", True)
    return response


def told(cpf):
    session = requests.Session()
    session.hooks["response"].append(with_the_code)
    response = session.get(URL, params={"cpf": cpf}, timeout=40)
    code = response.klavi_code
    return Report(response.json().get("data") or {}, complete=code == OK, gap=PARTIAL.get(code))


def told_by_name(cpf):
    session = requests.Session()
    session.hooks["response"].append(with_the_code)
    response = session.get(URL, params={"cpf": cpf, "full": 1}, timeout=40)
    return Report(response.json().get("data") or {}, getattr(response, "klavi_code", OK) == OK)


def not_told(cpf):
    session = requests.Session()
    session.hooks["response"].append(without_the_code)
    response = session.get(URL, params={"cpf": cpf, "months": 12}, timeout=40)
    return Report(response.json().get("data") or {}, complete=response.klavi_read)
