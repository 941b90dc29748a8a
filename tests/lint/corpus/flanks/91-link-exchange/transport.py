from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp

from faults import FlanksFault

TokenSource = Callable[[], Awaitable[str]]


class Transport:
    def __init__(self, base_url: str, token_source: TokenSource) -> None:
        self._base_url = base_url
        self._token_source = token_source
        self._token: str | None = None

    async def post(self, path: str, payload: dict[str, Any]) -> tuple[int, Any]:
        if self._token is None:
            self._token = await self._token_source()
        status, body = await self._send(path, payload)
        if status == 401:
            self._token = await self._token_source()
            status, body = await self._send(path, payload)
        if status >= 400:
            raise FlanksFault(status, body)
        return status, body

    async def _send(self, path: str, payload: dict[str, Any]) -> tuple[int, Any]:
        headers = {"Authorization": f"Bearer {self._token}"}
        async with aiohttp.ClientSession(headers=headers) as session:
            async with session.post(self._base_url + path, json=payload) as response:
                return response.status, await response.json(content_type=None)
