from __future__ import annotations

import time
import uuid
from dataclasses import dataclass
from typing import Any, Callable

import requests

from .faults import BrickFault, fault_for

Hook = Callable[[str, "Answer"], None]


@dataclass(frozen=True)
class Answer:
    status: int
    body: dict[str, Any]

    @property
    def ok(self) -> bool:
        return self.status in (200, 201)

    @property
    def data(self) -> dict[str, Any]:
        return self.body["data"]

    @property
    def error(self) -> BrickFault | None:
        return None if self.ok else fault_for(self.status, self.body)


@dataclass(frozen=True)
class Payment:
    id: str
    status: str


class PixClient:
    def __init__(self, base_url: str, token: str, session: requests.Session | None = None) -> None:
        self.base_url = base_url
        self.session = session or requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"
        self._hooks: list[Hook] = []

    def on_answer(self, hook: Hook) -> Hook:
        self._hooks.append(hook)
        return hook

    def _post_once(self, path: str, payload: dict[str, Any], key: str) -> Answer:
        response = self.session.post(
            self.base_url + path, json=payload, headers={"x-idempotency-key": key}, timeout=30
        )
        try:
            body = response.json()
        except ValueError:
            body = {"title": response.text[:200]}
        answer = Answer(response.status_code, body)
        for hook in self._hooks:
            hook(path, answer)
        return answer

    def _post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        key = str(uuid.uuid4())
        attempt = 0
        while True:
            answer = self._post_once(path, payload, key)
            error = answer.error
            if error is None:
                return answer.data
            if not error.retryable or attempt >= len(error.pauses):
                raise error
            time.sleep(error.pauses[attempt])
            attempt += 1

    def pay(self, consent_id: str, amount: str) -> Payment:
        data = self._post("/payments", {"data": {"consentId": consent_id, "payment": {"amount": amount}}})
        return Payment(data["paymentId"], data.get("status", ""))
