"""Links a bank account with the user's online-banking login."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import httpx
from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_fixed

import errors
from settings import Settings


@dataclass(frozen=True)
class LoginResult:
    status: str
    access_token: str | None = None
    question: str | None = None
    nodes: list[str] = field(default_factory=list)


class BankLogin:
    def __init__(self, settings: Settings) -> None:
        self._client = httpx.Client(
            base_url=settings.url,
            headers={"X-SP-GATEWAY": settings.gateway, "X-SP-USER": settings.oauth_key},
            timeout=60,
        )
        self._retrying = Retrying(
            retry=retry_if_exception(errors.is_temporary),
            stop=stop_after_attempt(settings.login_attempts),
            wait=wait_fixed(settings.login_pause),
            reraise=True,
        )

    def start(self, user_id: str, bank: str, username: str, password: str) -> LoginResult:
        info = {"bank_id": username, "bank_pw": password, "bank_name": bank}
        return self._submit(user_id, {"type": "ACH-US", "info": info})

    def answer(self, user_id: str, access_token: str, text: str) -> LoginResult:
        return self._submit(user_id, {"access_token": access_token, "mfa_answer": text})

    def _submit(self, user_id: str, payload: dict[str, Any]) -> LoginResult:
        body = self._retrying(self._post, f"/users/{user_id}/nodes", payload)
        if body.get("error_code") == 10:
            mfa = body["mfa"]
            return LoginResult("question", access_token=mfa["access_token"], question=mfa["message"])
        return LoginResult("linked", nodes=[node["_id"] for node in body.get("nodes", [])])

    def _post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        response = self._client.post(path, json=payload)
        body = response.json()
        if response.status_code >= 400:
            raise errors.build(response.status_code, body)
        return body
