from __future__ import annotations

import asyncio
from typing import Any

import aiohttp

from .errors import from_body
from .settings import Settings


class FlanksClient:
    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    async def _post(self, path: str, payload: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        headers = {"Authorization": f"Bearer {self.settings.token}"}
        async with aiohttp.ClientSession(self.settings.base_url, headers=headers) as session:
            async with session.post(path, json=payload) as response:
                return response.status, await response.json()

    async def load(self, path: str, credentials_token: str) -> dict[str, Any]:
        for _ in range(self.settings.poll_limit):
            status, body = await self._post(path, {"credentials_token": credentials_token})
            code = body.get("error_code")
            if status == 200 and code is None:
                return body
            if code not in self.settings.poll_codes:
                break
            await asyncio.sleep(self.settings.poll_every)
        raise from_body(status, body)
