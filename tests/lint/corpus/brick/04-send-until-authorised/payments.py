"""Pix payments started for our customers, who authorise the consent in the app of their bank."""
from __future__ import annotations

import time
import uuid
from dataclasses import dataclass, field
from typing import Any

import requests

NOT_YET = {"CONSENTIMENTO_NAO_AUTORIZADO", "OPERACAO_NAO_PERMITIDA_STATUS"}
DONE = (200, 201)


class PaymentError(Exception):
    def __init__(self, status: int, code: str, detail: str) -> None:
        super().__init__(f"{status} {code}: {detail}")
        self.status = status
        self.code = code
        self.detail = detail


@dataclass
class PixClient:
    base_url: str
    token: str
    tries: int = 20
    pause: float = 30.0
    session: requests.Session = field(default_factory=requests.Session)

    def _post(self, payload: dict[str, Any], key: str) -> tuple[int, dict[str, Any]]:
        r = self.session.post(
            f"{self.base_url}/payments/pix/payments",
            json={"data": payload},
            headers={"Authorization": f"Bearer {self.token}", "x-idempotency-key": key},
            timeout=30,
        )
        return r.status_code, r.json()

    def pay(self, payload: dict[str, Any]) -> str:
        key = str(uuid.uuid4())
        for _ in range(self.tries):
            status, body = self._post(payload, key)
            if status in DONE:
                return body["data"]["paymentId"]
            if body.get("code") not in NOT_YET:
                break
            time.sleep(self.pause)
        raise PaymentError(status, body.get("code", ""), body.get("detail", ""))

    def approved(self, payment_id: str) -> bool:
        r = self.session.get(f"{self.base_url}/payments/pix/payments/{payment_id}", timeout=30)
        if r.status_code not in DONE:
            raise PaymentError(r.status_code, r.json().get("code", ""), r.text)
        return r.json()["data"]["status"] == "ACSC"
