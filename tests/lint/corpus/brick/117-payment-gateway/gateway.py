from __future__ import annotations

import logging
import time
import uuid
from typing import Any

import requests

from policies import HttpOutcome, RetryPolicy

LOG = logging.getLogger("brick.gateway")


class BrickPaymentGateway:
    def __init__(self, session: requests.Session, policy: RetryPolicy, base_url: str = "https://api.brickbank.example") -> None:
        self._session = session
        self._policy = policy
        self._base_url = base_url

    def create(self, payload: dict[str, Any]) -> HttpOutcome:
        headers = {"x-idempotency-key": str(uuid.uuid4())}  # one key for all attempts
        resent = 0
        outcome = self._send(payload, headers)
        while self._policy.should_retry(outcome, resent):
            pause = self._policy.delay(outcome, resent)
            LOG.warning("HTTP %s %s, resend %d in %.0f s", outcome.status, outcome.code, resent + 1, pause)
            time.sleep(pause)
            resent += 1
            outcome = self._send(payload, headers)
        return outcome

    def _send(self, payload: dict[str, Any], headers: dict[str, str]) -> HttpOutcome:
        response = self._session.post(
            f"{self._base_url}/payments/pix", json=payload, headers=headers, timeout=30, allow_redirects=False
        )
        try:
            body = response.json()
        except requests.exceptions.JSONDecodeError:
            body = {"detail": response.text[:500]}
        return HttpOutcome(response.status_code, body if isinstance(body, dict) else {"detail": body})
