from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx

from bodies import (
    CustomerActionNeeded,
    LoginRejected,
    Maintenance,
    NoAchAccount,
    RefreshNotSupported,
    RelinkNeeded,
    SynapseFailure,
)


@dataclass(frozen=True)
class Linked:
    nodes: list[dict[str, Any]]


@dataclass(frozen=True)
class Challenge:
    access_token: str
    question: str


class BankLink:
    def __init__(self, base_url: str, gateway: str, user_token: str) -> None:
        self._client = httpx.AsyncClient(
            base_url=base_url, headers={"X-SP-GATEWAY": gateway, "X-SP-USER": user_token}, timeout=60
        )

    async def login(self, user_id: str, bank: str, username: str, password: str) -> Linked | Challenge:
        info = {"bank_name": bank, "bank_id": username, "bank_pw": password}
        return await self._link(user_id, {"type": "ACH-US", "info": info})

    async def answer(self, user_id: str, challenge: Challenge, answer: str) -> Linked | Challenge:
        return await self._link(user_id, {"access_token": challenge.access_token, "mfa_answer": answer})

    async def refresh(self, user_id: str, node_id: str) -> dict[str, Any]:
        response = await self._client.get(f"/v3.1/users/{user_id}/nodes/{node_id}", params={"force_refresh": "yes"})
        body = response.json()
        if response.status_code == 200:
            return body
        failure = SynapseFailure.from_body(response.status_code, body)
        match failure.http_code, failure.error_code:
            case "503", "503":
                kind = Maintenance
            case "400", "410":
                kind = RefreshNotSupported
            case "401", "110":
                kind = RelinkNeeded
            case _:
                raise failure
        raise kind(failure.http_code, failure.error_code, failure.text)

    async def _link(self, user_id: str, payload: dict[str, Any]) -> Linked | Challenge:
        response = await self._client.post(f"/v3.1/users/{user_id}/nodes", json=payload)
        body = response.json()
        match response.status_code, str(body.get("error_code")):
            case 200, _:
                return Linked(body["nodes"])
            case 202, "10":
                return Challenge(body["mfa"]["access_token"], body["mfa"]["message"])
        failure = SynapseFailure.from_body(response.status_code, body)
        match failure.http_code, failure.error_code:
            case "400", "200":
                kind = LoginRejected
            case "402", "500":
                kind = CustomerActionNeeded
            case "402", "460":
                kind = NoAchAccount
            case "503", "503":
                kind = Maintenance
            case _:
                raise failure
        raise kind(failure.http_code, failure.error_code, failure.text)
