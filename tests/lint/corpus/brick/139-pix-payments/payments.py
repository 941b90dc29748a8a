"""Pix initiation: submit once, follow until it is settled or we lose patience."""
from __future__ import annotations

import time
import uuid
from dataclasses import dataclass, field
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from errors import BrickError
from resilience import CircuitBreaker, Resilient, TokenBucket

PRODUCTION = "https://api.brickbank.example"
FOLLOW_TIMES = 6
FOLLOW_EVERY = 10.0


@dataclass(frozen=True)
class Order:
    consent_id: str
    amount: str
    # Made with the order, so that whatever is sent again is recognised as the same payment.
    idempotency_key: str = field(default_factory=lambda: str(uuid.uuid4()))


@dataclass(frozen=True)
class Payment:
    payment_id: str | None
    status: str
    in_process: bool


def make_session(token: str) -> requests.Session:
    """Only refused connections are repeated down here; replies are the business of `policies`."""
    session = requests.Session()
    only_connect = Retry(
        total=2, connect=2, read=0, status=0, other=0, backoff_factor=0.5, respect_retry_after_header=False
    )
    session.mount("https://", HTTPAdapter(max_retries=only_connect))
    session.headers["Authorization"] = f"Bearer {token}"
    return session


class PixPayments:
    def __init__(self, session: requests.Session, base_url: str = PRODUCTION, runner: Resilient | None = None):
        self.session = session
        self.url = f"{base_url}/payments/pix/payments"
        self.runner = runner or Resilient(CircuitBreaker("brick-pix"), TokenBucket(rate=5, capacity=20))

    def pay(self, order: Order) -> Payment:
        payment = self.runner.run(lambda: self._submit(order))
        polls = 0
        while payment.in_process and payment.payment_id and polls < FOLLOW_TIMES:
            time.sleep(FOLLOW_EVERY)
            payment_id = payment.payment_id
            payment = self.runner.run(lambda: self._read(payment_id))
            polls += 1
        return payment

    def _submit(self, order: Order) -> Payment:
        payload = {"data": {"consentId": order.consent_id, "payment": {"amount": order.amount, "currency": "BRL"}}}
        response = self.session.post(
            self.url, json=payload, headers={"x-idempotency-key": order.idempotency_key}, timeout=(5, 30)
        )
        return to_payment(response)

    def _read(self, payment_id: str) -> Payment:
        return to_payment(self.session.get(f"{self.url}/{payment_id}", timeout=(5, 15)))


def body_of(response: requests.Response) -> dict[str, Any]:
    try:
        body = response.json()
    except ValueError:
        return {"detail": response.text[:200]}
    return body if isinstance(body, dict) else {"detail": repr(body)[:200]}


def to_payment(response: requests.Response) -> Payment:
    body = body_of(response)
    data = body.get("data")
    if response.status_code in (200, 201) and isinstance(data, dict):
        return Payment(data.get("paymentId"), data.get("status", "UNKNOWN"), in_process=False)
    if response.status_code == 202:
        known = data if isinstance(data, dict) else {}
        return Payment(known.get("paymentId"), "ACCEPTED_NOT_FINISHED", in_process=True)
    raise BrickError(response.status_code, body)
