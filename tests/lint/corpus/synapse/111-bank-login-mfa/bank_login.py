"""Linking a bank through Synapse bank logins, including the MFA question."""
from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import Any

import httpx

import errors

log = logging.getLogger(__name__)

ACTION_PENDING = "10"


@dataclass
class Linked:
    nodes: list[dict[str, Any]]


@dataclass
class Question:
    """Synapse accepted the login but the bank asks something first."""

    access_token: str
    message: str


class BankLogin:
    busy_wait = 60
    busy_attempts = 3

    def __init__(self, gateway: str, user: str, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self.http = httpx.Client(
            base_url=base_url,
            headers={"X-SP-GATEWAY": gateway, "X-SP-USER": user, "X-SP-USER-IP": "127.0.0.1"},
            timeout=60,
        )

    def start(self, user_id: str, bank: str, login: str, password: str) -> Linked | Question:
        return self._post(user_id, {
            "type": "ACH-US",
            "info": {"bank_id": login, "bank_pw": password, "bank_name": bank},
        })

    def answer(self, user_id: str, question: Question, answer: str) -> Linked | Question:
        return self._post(user_id, {"access_token": question.access_token, "mfa_answer": answer})

    def _post(self, user_id: str, payload: dict[str, Any]) -> Linked | Question:
        for attempt in range(1, self.busy_attempts + 1):
            try:
                return self._post_once(user_id, payload)
            except errors.Busy as exc:
                if attempt == self.busy_attempts:
                    raise
                log.warning("%s, waiting %d s", exc, self.busy_wait * attempt)
                time.sleep(self.busy_wait * attempt)
        raise AssertionError("unreachable")

    def _post_once(self, user_id: str, payload: dict[str, Any]) -> Linked | Question:
        response = self.http.post(f"/users/{user_id}/nodes", json=payload)
        body = response.json()
        if response.status_code not in (200, 202):
            raise errors.build(str(response.status_code), body)
        if response.status_code == 202 or str(body.get("error_code")) == ACTION_PENDING:
            mfa = body.get("mfa") or {}
            return Question(mfa.get("access_token", ""), mfa.get("message", ""))
        return Linked(body["nodes"])
