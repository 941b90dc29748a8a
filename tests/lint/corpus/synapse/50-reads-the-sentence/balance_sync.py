"""Keeps balances fresh."""
from __future__ import annotations

import logging
from typing import Any

import requests

log = logging.getLogger(__name__)


class SyncError(Exception):
    def __init__(self, body: dict[str, Any]) -> None:
        super().__init__(body.get("error", {}).get("en"))
        self.body = body


class Unsupported(SyncError):
    pass


class Relink(SyncError):
    pass


class ComeBack(SyncError):
    pass


RULES = (
    ("not allowed", Unsupported),
    ("bad credentials", Relink),
    ("temporarily unavailable", ComeBack),
)


class BalanceSync:
    def __init__(self, base_url: str = "https://api.synapsefi.com/v3.1", **headers: str) -> None:
        self.base_url = base_url
        self.headers = headers

    def _error(self, body: dict[str, Any]) -> SyncError:
        text = (body.get("error") or {}).get("en", "").lower()
        for words, cls in RULES:
            if words in text:
                return cls(body)
        return SyncError(body)

    def sync(self, user_id: str, node_id: str) -> float:
        response = requests.patch(
            f"{self.base_url}/users/{user_id}/nodes/{node_id}",
            params={"resync": "BALANCE"},
            headers=self.headers,
            timeout=100,
        )
        body = response.json()
        if response.status_code != 200 or body.get("error_code", "0") != "0":
            raise self._error(body)
        return body.get("info", {}).get("balance", {}).get("amount", 0.0)

    def sync_many(self, user_id: str, node_ids: list[str]) -> dict[str, float | str]:
        result: dict[str, float | str] = {}
        for node_id in node_ids:
            try:
                result[node_id] = self.sync(user_id, node_id)
            except Relink as exc:
                log.warning("%s must be linked again", node_id)
                result[node_id] = f"relink:{exc.body.get('error_code')}"
        return result
