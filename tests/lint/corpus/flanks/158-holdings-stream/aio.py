from __future__ import annotations

import json
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

import aiohttp

from ports import Answer


class AiohttpTransport:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self._token, self._base_url = token, base_url
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(headers={"Authorization": f"Bearer {self._token}"})
        return self

    async def __aexit__(self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None) -> None:
        assert self._session is not None
        await self._session.close()

    async def post(self, path: str, payload: Mapping[str, Any]) -> Answer:
        assert self._session is not None
        async with self._session.post(f"{self._base_url}/{path}", json=dict(payload)) as response:
            raw = await response.text()
        try:
            return Answer(response.status, json.loads(raw))
        except ValueError:
            return Answer(response.status, raw)
