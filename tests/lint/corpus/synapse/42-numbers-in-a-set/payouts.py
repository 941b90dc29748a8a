from __future__ import annotations

import time
from typing import Any, Mapping

import httpx

import constants


class PayoutError(Exception):
    def __init__(self, body: Mapping[str, Any]) -> None:
        super().__init__(f"payout refused: {body.get('http_code')}/{body.get('error_code')}")
        self.body = body


class PayoutBlocked(PayoutError):
    """Nobody should try again before an operator has looked at it."""


class Payouts:
    def __init__(self, http: httpx.Client) -> None:
        self.http = http

    def _once(self, path: str, payload: Mapping[str, Any], key: str) -> dict[str, Any]:
        return self.http.post(path, json=payload, headers={"X-SP-IDEMPOTENCY-KEY": key}).json()

    def send(self, user: str, node: str, to: str, cents: int, key: str) -> str:
        payload = {
            "to": {"type": "ACH-US", "id": to},
            "amount": {"amount": cents / 100, "currency": "USD"},
        }
        path = f"/users/{user}/nodes/{node}/trans"
        for attempt in range(constants.MAX_ATTEMPTS):
            body = self._once(path, payload, key)
            code = body.get("error_code", "0")
            if code == "0":
                return body["_id"]
            if code in constants.BLOCKED_CODES:
                raise PayoutBlocked(body)
            if code not in constants.RETRYABLE_CODES or attempt + 1 == constants.MAX_ATTEMPTS:
                raise PayoutError(body)
            time.sleep(constants.FIRST_PAUSE * 2**attempt)
        raise AssertionError("not reached")


def production(gateway: str, user_key: str) -> Payouts:
    headers = {"X-SP-GATEWAY": gateway, "X-SP-USER": user_key}
    return Payouts(httpx.Client(base_url="https://api.synapsefi.com/v3.1", headers=headers, timeout=100))
