"""Bank logins at Synapse, with the MFA round trip."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Union

import requests


@dataclass(frozen=True)
class Linked:
    node_ids: list[str]


@dataclass(frozen=True)
class MfaPending:
    access_token: str
    question: str


Result = Union[Linked, MfaPending]


class SynapseError(Exception):
    remedy = "look into it"

    def __init__(self, http_code: str, error_code: str, text: str) -> None:
        super().__init__(f"http_code={http_code} error_code={error_code}: {text} ({self.remedy})")
        self.http_code = http_code
        self.error_code = error_code
        self.text = text


class WrongLogin(SynapseError):
    remedy = "ask the user to check user name and password, or choose another bank"


class NoAchAccount(SynapseError):
    remedy = "ask the user for an account that supports ACH"


class BankNeedsAttention(SynapseError):
    remedy = "the user has to sign in at the bank's own site first"


class Maintenance(SynapseError):
    remedy = "try again in a few hours"


PAIRS = {
    ("400", "200"): WrongLogin,
    ("402", "460"): NoAchAccount,
    ("402", "500"): BankNeedsAttention,
    ("503", "503"): Maintenance,
}


class Nodes:
    def __init__(self, gateway: str, user: str, base_url: str = "https://api.synapsefi.com") -> None:
        self.base_url = base_url
        self.headers = {"X-SP-GATEWAY": gateway, "X-SP-USER": user}

    def _post(self, user_id: str, payload: dict[str, Any]) -> Result:
        response = requests.post(
            f"{self.base_url}/v3.1/users/{user_id}/nodes",
            json=payload,
            headers=self.headers,
            timeout=90,
        )
        body: dict[str, Any] = response.json()
        error_code = str(body.get("error_code", ""))
        if response.status_code == 202 and error_code == "10":
            return MfaPending(body["mfa"]["access_token"], body["mfa"]["message"])
        if response.status_code == 200:
            return Linked([node["_id"] for node in body["nodes"]])
        http_code = str(body.get("http_code", response.status_code))
        text = body.get("error", {}).get("en", "")
        raise PAIRS.get((http_code, error_code), SynapseError)(http_code, error_code, text)

    def login(self, user_id: str, bank: str, name: str, password: str) -> Result:
        return self._post(
            user_id,
            {"type": "ACH-US", "info": {"bank_id": name, "bank_pw": password, "bank_name": bank}},
        )

    def answer(self, user_id: str, pending: MfaPending, reply: str) -> Result:
        return self._post(user_id, {"access_token": pending.access_token, "mfa_answer": reply})


def link_interactively(nodes: Nodes, user_id: str, bank: str, ask=input) -> list[str]:
    result = nodes.login(user_id, bank, ask("user name: "), ask("password: "))
    while isinstance(result, MfaPending):
        result = nodes.answer(user_id, result, ask(result.question + " "))
    return result.node_ids
