from __future__ import annotations

import uuid
from decimal import Decimal
from typing import Any

import urllib3

from .base import Provider
from .errors import Declined, ProviderDown


class SynapseProvider(Provider):
    name = "synapse"

    def __init__(self, user_id: str, headers: dict[str, str], base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self.user_id = user_id
        self.base_url = base_url
        self.http = urllib3.PoolManager(headers=headers, retries=False, timeout=100.0)

    def _check(self, body: dict[str, Any]) -> dict[str, Any]:
        if body.get("error_code", "0") == "0":
            return body
        text = body.get("error", {}).get("en") or "unknown error"
        if body.get("http_code", "").startswith("5"):
            raise ProviderDown(text)
        raise Declined(text)

    def transfer(self, source: str, target: str, amount: Decimal) -> str:
        reply = self.http.request(
            "POST",
            f"{self.base_url}/users/{self.user_id}/nodes/{source}/trans",
            json={
                "to": {"type": "ACH-US", "id": target},
                "amount": {"amount": float(amount), "currency": "USD"},
            },
            headers={**self.http.headers, "X-SP-IDEMPOTENCY-KEY": str(uuid.uuid4())},
        )
        return self._check(reply.json())["_id"]
