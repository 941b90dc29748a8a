from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests


@dataclass(eq=False)
class SynapseFailure(Exception):
    http_code: int
    error_code: str
    message: str

    def __str__(self) -> str:
        return f"{self.http_code}/{self.error_code} {self.message}"


class SynapseClient:
    def __init__(self, base_url: str, gateway: str, user: str) -> None:
        self._base_url = base_url
        self._session = requests.Session()
        self._session.headers.update({"X-SP-GATEWAY": gateway, "X-SP-USER": user})

    def create_transaction(self, user_id: str, node_id: str, payload: dict[str, Any], key: str) -> dict[str, Any]:
        response = self._session.post(
            f"{self._base_url}/users/{user_id}/nodes/{node_id}/trans",
            json=payload,
            headers={"X-SP-IDEMPOTENCY-KEY": key},
            timeout=30,
        )
        body = response.json()
        if response.status_code < 300:
            return body
        raise SynapseFailure(response.status_code, str(body["error_code"]), body.get("error", {}).get("en", ""))
