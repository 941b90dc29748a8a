from __future__ import annotations

import asyncio
from typing import Any, Self

import httpx

from .errors import Pending, error_from


class FlanksClient:
    def __init__(self, token: str, *, base_url: str = "https://api.flanks.io", interval: float = 20.0) -> None:
        self._http = httpx.AsyncClient(base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=30)
        self._interval = interval

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self._http.aclose()

    async def post(self, path: str, **payload: Any) -> dict[str, Any]:
        reply = await self._http.post(path, json=payload)
        body = reply.json()
        if reply.is_success and reply.status_code != 202 and "error_code" not in body:
            return body
        raise error_from(reply.status_code, body)

    async def post_when_ready(self, path: str, **payload: Any) -> dict[str, Any]:
        while True:
            try:
                return await self.post(path, **payload)
            except Pending:
                await asyncio.sleep(self._interval)

    async def cards(self, credentials_token: str) -> list[dict[str, Any]]:
        body = await self.post_when_ready("/v0/bank/card", credentials_token=credentials_token)
        return [card for card in body["cards"] if card.get("active", True)]
