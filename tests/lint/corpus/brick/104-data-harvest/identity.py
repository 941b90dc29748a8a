"""Authorization-code and client-credentials tokens of our own identity server."""
from __future__ import annotations

import asyncio

import aiohttp


class TokenSource:
    def __init__(self, http: aiohttp.ClientSession, url: str, client_id: str, secret: str) -> None:
        self._http, self._url = http, url
        self._form = {"client_id": client_id, "client_secret": secret}
        self._token: str | None = None
        self._lock = asyncio.Lock()

    async def exchange(self, code: str, redirect_uri: str) -> str:
        if code == "":
            raise ValueError("empty authorization code")
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": redirect_uri}
        return await self._ask(form)

    async def current(self, stale: str | None = None) -> str:
        async with self._lock:
            if self._token is None or self._token == stale:
                self._token = await self._ask({"grant_type": "client_credentials"})
            return self._token

    async def _ask(self, form: dict[str, str]) -> str:
        async with self._http.post(self._url, data=self._form | form) as resp:
            resp.raise_for_status()
            return (await resp.json())["access_token"]


class FixedToken:
    """A token that lives as long as the process: local runs."""

    def __init__(self, token: str) -> None:
        self._token = token

    async def current(self, stale: str | None = None) -> str:
        return self._token
