"""Plaid side of the aggregation layer (the other provider)."""
from __future__ import annotations

import time
from typing import Any

import requests

PLAID = "https://production.plaid.com"
RETRYABLE = {"INTERNAL_SERVER_ERROR", "PLANNED_MAINTENANCE", "PRODUCT_NOT_READY"}


class PlaidError(Exception):
    def __init__(self, body: dict[str, Any]) -> None:
        super().__init__(body.get("error_code"))
        self.error_code: str = body.get("error_code", "")
        self.error_type: str = body.get("error_type", "")


def accounts(client_id: str, secret: str, access_token: str) -> list[dict[str, Any]]:
    payload = {"client_id": client_id, "secret": secret, "access_token": access_token}
    for attempt in range(5):
        body = requests.post(f"{PLAID}/accounts/get", json=payload, timeout=30).json()
        if "error_code" not in body:
            return body["accounts"]
        if body["error_code"] not in RETRYABLE:
            raise PlaidError(body)
        time.sleep(1 + attempt)
    raise PlaidError(body)
