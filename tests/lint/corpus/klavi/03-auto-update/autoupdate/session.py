from __future__ import annotations

import asyncio
from typing import Any

import aiohttp

from .faults import Busy, KlaviFault


class KlaviSession:
    def __init__(self, base_url: str, token: str, parallel: int = 4) -> None:
        self._base = base_url
        self._headers = {"Authorization": f"Bearer {token}"}
        self._gate = asyncio.Semaphore(parallel)

    async def _ask(self, method: str, path: str, **kw: Any) -> dict[str, Any]:
        async with self._gate, aiohttp.ClientSession(self._base, headers=self._headers) as http:
            async with http.request(method, path, **kw) as reply:
                return await reply.json(content_type=None)

    async def call(self, method: str, path: str, **kw: Any) -> dict[str, Any]:
        for pause in (30, 60, 120, None):
            body = await self._ask(method, path, **kw)
            code = int(body["code"])
            if 200 <= code <= 203:
                return body
            fault = KlaviFault.make(code, body.get("message", ""))
            if pause is None or not isinstance(fault, Busy):
                raise fault
            await asyncio.sleep(pause)
        raise AssertionError("unreachable")

    async def allow_auto_update(self, connection_key: str, allow: bool) -> None:
        await self.call("PUT", "/user-data/v1/update", json={"connectionKey": connection_key, "allowAutoUpdate": allow})

    async def snapshot(self, connection_key: str) -> dict[str, Any]:
        return await self.call("GET", "/open-data/v1/report", params={"connectionKey": connection_key})
