from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx


class BrickError(Exception):
    def __init__(self, status: int, code: str | None, body: dict[str, Any]) -> None:
        super().__init__(f"{status} {code or body}")
        self.status = status
        self.code = code
        self.body = body


@dataclass(slots=True)
class BrickApi:
    http: httpx.AsyncClient

    async def get(self, path: str, **params: Any) -> dict[str, Any]:
        response = await self.http.get(path, params=params)
        body = response.json()
        if response.status_code != 200:
            raise BrickError(response.status_code, body.get("code") or body.get("error"), body)
        return body


@asynccontextmanager
async def brick(token: str, consent_id: str, base_url: str) -> AsyncIterator[BrickApi]:
    headers = {"Authorization": f"Bearer {token}", "x-consent-id": consent_id}
    async with httpx.AsyncClient(base_url=base_url, headers=headers, timeout=30.0) as http:
        yield BrickApi(http)
