"""Thin wrapper around the Klavi connection endpoint."""
from dataclasses import dataclass, field
from typing import Any

import requests

GAPS = {201: "extra authorization", 202: "transactions", 203: "cpf"}


class KlaviFault(Exception):
    def __init__(self, code: int, message: str) -> None:
        self.code = code
        self.message = message
        super().__init__(code, message)


@dataclass
class Connected:
    link_id: str
    missing: list[str] = field(default_factory=list)


class Klavi:
    def __init__(self, token: str, base_url: str = "https://api.klavi.ai") -> None:
        self.token = token
        self.base_url = base_url

    def connect(self, institution: str, credentials: dict[str, Any]) -> Connected:
        answer = requests.post(
            f"{self.base_url}/data/v1/connections",
            json={"institution": institution, "credentials": credentials},
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=120,
        ).json()
        code = int(answer["code"])
        if code == 200:
            return Connected(answer["linkId"])
        if code in GAPS:
            return Connected(answer["linkId"], [GAPS[code]])
        raise KlaviFault(code, answer.get("message", ""))
