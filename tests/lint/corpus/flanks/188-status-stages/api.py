"""Flanks over aiohttp. Use as `async with Flanks(...) as flanks`."""
from __future__ import annotations

from typing import Any

import aiohttp

from errors import error_for


class Flanks:
    def __init__(self, access_token: str, base_url: str = "https://api.flanks.io") -> None:
        self._base_url = base_url
        self._headers = {"Authorization": f"Bearer {access_token}"}
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> "Flanks":
        self._session = aiohttp.ClientSession(headers=self._headers, timeout=aiohttp.ClientTimeout(total=60))
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        if self._session is not None:
            await self._session.close()

    async def post(self, path: str, credentials_token: str) -> dict[str, Any]:
        assert self._session is not None, "use `async with`"
        async with self._session.post(
            self._base_url + path, json={"credentials_token": credentials_token}
        ) as response:
            try:
                body = await response.json(content_type=None) or {}
            except ValueError:
                body = {"error": (await response.text())[:200]}
            if response.status != 200 or body.get("error_code") is not None:
                raise error_for(response.status, body)
            return body
