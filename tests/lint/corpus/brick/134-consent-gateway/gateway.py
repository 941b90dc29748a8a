from __future__ import annotations

import asyncio
import logging
from typing import Any

import httpx

from replies import Accepted, Done, read

log = logging.getLogger("consents.brick")

# Brick's schedule for the 50x family: five more tries.
SCHEDULE = [3 * 2**n for n in range(5)]


class Gateway:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    @classmethod
    def connect(cls, token: str, base_url: str = "https://api.brickbank.example") -> "Gateway":
        return cls(
            httpx.AsyncClient(base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=30.0)
        )

    async def aclose(self) -> None:
        await self._http.aclose()

    async def call(self, method: str, path: str, **kwargs: Any) -> Done | Accepted:
        response = await self._http.request(method, path, **kwargs)
        for delay in SCHEDULE:
            if response.status_code // 10 != 50:
                break
            log.warning("%s %s: HTTP %d, again in %d s", method, path, response.status_code, delay)
            await asyncio.sleep(delay)
            response = await self._http.request(method, path, **kwargs)
        return read(response)
