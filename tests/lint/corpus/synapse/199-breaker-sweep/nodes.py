"""Balance refresh of one node."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests


@dataclass(frozen=True)
class Pair:
    http_code: str
    error_code: str

    def __str__(self) -> str:
        return f"{self.http_code}/{self.error_code}"


SUCCESS = Pair("200", "0")
PENDING = Pair("202", "10")
REFRESH_UNAVAILABLE = Pair("503", "503")


class SynapseFailure(Exception):
    def __init__(self, pair: Pair, message: str) -> None:
        super().__init__(f"{pair}: {message}")
        self.pair = pair
        self.message = message


class Pending(SynapseFailure):
    """Accepted, an action is still open."""


class NodeClient:
    def __init__(self, base_url: str, gateway: str, user: str) -> None:
        self._base_url = base_url
        self._headers = {"X-SP-GATEWAY": gateway, "X-SP-USER": user}

    def refresh(self, user_id: str, node_id: str) -> dict[str, Any]:
        response = requests.patch(
            f"{self._base_url}/users/{user_id}/nodes/{node_id}",
            params={"resync": "BALANCE"},
            headers=self._headers,
            timeout=60,
        )
        try:
            body = response.json()
        except ValueError:
            body = {}
        if not isinstance(body, dict):
            body = {}
        pair = Pair(str(body.get("http_code") or response.status_code), str(body.get("error_code", "")))
        if pair == SUCCESS:
            return body
        error = body.get("error")
        message = error.get("en", "") if isinstance(error, dict) else str(error or "")
        raise (Pending if pair == PENDING else SynapseFailure)(pair, message)
