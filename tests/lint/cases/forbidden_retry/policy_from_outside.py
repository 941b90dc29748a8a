# errpact: provider=brick
"""Whether to send again is asked of an object that was handed in. It is given one that holds the reply, so its answer
hangs on the reply: what it says for a code is not known here. One that is given the number of the attempt alone says
the same for each code."""

import logging
import time
from dataclasses import dataclass

import requests

LOG = logging.getLogger(__name__)


class PaymentError(Exception):
    def __init__(self, outcome):
        super().__init__(f"HTTP {outcome.status} {outcome.body.get('code', '')}")
        self.status = outcome.status
        self.code = outcome.body.get("code")


@dataclass(frozen=True)
class Outcome:
    status: int
    body: dict

    @property
    def code(self):
        return self.body.get("code") or self.body.get("error")


class Gateway:
    def __init__(self, session: requests.Session, policy) -> None:
        self._session = session
        self._policy = policy

    def create(self, payload):
        tries = 0
        outcome = self._send(payload)
        while self._policy.should_retry(outcome, tries):
            LOG.warning("HTTP %s %s", outcome.status, outcome.code)
            time.sleep(self._policy.delay(outcome, tries))
            tries += 1
            outcome = self._send(payload)
        return outcome

    def _send(self, payload):
        reply = self._session.post("https://api.brickbank.example/payments/pix", json=payload, timeout=30)
        body = reply.json()
        return Outcome(reply.status_code, body if isinstance(body, dict) else {"detail": body})


class Service:
    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    def pay(self, payload):
        outcome = self._gateway.create(payload)
        if outcome.status not in (200, 201):
            raise PaymentError(outcome)
        data = outcome.body.get("data") or {}
        return data.get("paymentId", "")


class Hasty:
    def __init__(self, session: requests.Session, patience) -> None:
        self._session = session
        self._patience = patience

    def pay(self, payload):
        for attempt in range(2):
            reply = self._session.post("https://api.brickbank.example/payments/pix", json=payload, timeout=30)
            outcome = Outcome(reply.status_code, reply.json())
            if outcome.status in (200, 201):  # error: EP101
                return outcome.body
            if not self._patience.allows(attempt):
                break
            time.sleep(600)
        raise PaymentError(outcome)
