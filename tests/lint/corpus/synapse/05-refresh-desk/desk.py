"""Refresh of one account on request of the support desk."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any, TypeAlias

import requests


@dataclass(frozen=True)
class Refreshed:
    node: dict[str, Any]


@dataclass(frozen=True)
class Postponed:
    not_before: datetime
    reason: str


@dataclass(frozen=True)
class Relink:
    node_id: str
    reason: str


@dataclass(frozen=True)
class Unsupported:
    node_id: str
    reason: str


Answer: TypeAlias = Refreshed | Postponed | Relink | Unsupported


class DeskError(Exception):
    def __init__(self, http_code: int, error_code: str | None, error: Any) -> None:
        super().__init__(f"HTTP {http_code}, error_code {error_code}: {error}")
        self.http_code = http_code
        self.error_code = error_code
        self.error = error


class RefreshDesk:
    def __init__(self, base_url: str, gateway: str) -> None:
        self.base_url = base_url
        self.gateway = gateway

    def refresh(self, user_id: str, user_key: str, node_id: str) -> Answer:
        response = requests.patch(
            f"{self.base_url}/v3.1/users/{user_id}/nodes/{node_id}",
            params={"refresh": "yes"},
            json={},
            headers={"X-SP-GATEWAY": self.gateway, "X-SP-USER": user_key, "X-SP-USER-IP": "127.0.0.1"},
            timeout=60,
        )
        try:
            body = response.json()
        except ValueError:
            body = {"error": {"en": response.text[:200]}}
        text = (body.get("error") or {}).get("en", "")
        match response.status_code, body.get("error_code"):
            case 200, "0" | None:
                return Refreshed(body)
            case 503, "503":
                return Postponed(datetime.now(timezone.utc) + timedelta(hours=2), text)
            case 401, "110":
                return Relink(node_id, text)
            case 400, "410":
                return Unsupported(node_id, text)
            case http_code, error_code:
                raise DeskError(http_code, error_code, body.get("error"))
