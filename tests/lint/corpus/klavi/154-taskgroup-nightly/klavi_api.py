"""Thin async client of Klavi's Open Data API."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import httpx


@dataclass(frozen=True)
class Answer:
    """What Klavi said; nothing is decided here."""

    code: int
    message: str
    data: dict[str, Any] = field(default_factory=dict)


class UnreadableAnswer(Exception):
    def __init__(self, status: int) -> None:
        super().__init__(f"HTTP {status}: not a Klavi reply")
        self.status = status


class KlaviApi:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def report(self, link_id: str) -> Answer:
        response = await self._http.get(f"/open-data/v1/reports/{link_id}")
        try:
            body = response.json()
            data = body.get("data")
            return Answer(int(body["code"]), body.get("message") or "", data if isinstance(data, dict) else {})
        except (ValueError, KeyError, TypeError, AttributeError) as exc:
            raise UnreadableAnswer(response.status_code) from exc
