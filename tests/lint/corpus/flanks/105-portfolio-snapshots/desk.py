"""Our help desk (another company's API, its own error format)."""
from __future__ import annotations

from typing import Protocol

import httpx


class Desk(Protocol):
    async def open(self, subject: str, text: str) -> str: ...


class DeskApi:
    def __init__(self, key: str, base_url: str = "https://desk.example.com") -> None:
        self._http = httpx.AsyncClient(base_url=base_url, auth=(key, "x"))

    async def open(self, subject: str, text: str) -> str:
        for _ in range(3):
            resp = await self._http.post("/api/v2/tickets", json={"subject": subject, "description": text})
            if resp.status_code < 500:
                break
        resp.raise_for_status()
        return str(resp.json()["id"])


class MemoryDesk:
    def __init__(self) -> None:
        self.opened: list[tuple[str, str]] = []

    async def open(self, subject: str, text: str) -> str:
        self.opened.append((subject, text))
        return f"T{len(self.opened)}"
