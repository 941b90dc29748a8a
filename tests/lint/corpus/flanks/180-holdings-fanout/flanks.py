from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

import httpx
import structlog

log = structlog.get_logger("flanks")

BANK_TROUBLE = 5
BACKOFF = (30.0, 60.0, 120.0)


class FlanksError(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(f"{status}: {body.get('error')}")
        self.status = status
        self.error_code: int = body["error_code"]
        self.body = body

    @property
    def family(self) -> int:
        """2 for data, 4 for the request, 5 for the bank."""
        return self.error_code // 10_000


@dataclass(slots=True)
class Flanks:
    http: httpx.AsyncClient

    async def post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        response = await self.http.post(path, json=payload)
        body = response.json()
        if "error_code" in body:
            raise FlanksError(response.status_code, body)
        return body

    async def post_patiently(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        for pause in BACKOFF:
            try:
                return await self.post(path, payload)
            except FlanksError as exc:
                if exc.family != BANK_TROUBLE:
                    raise
                log.warning("bank_trouble", code=exc.error_code, pause=pause)
                await asyncio.sleep(pause)
        return await self.post(path, payload)
