from __future__ import annotations

import asyncio
import logging
from typing import Any

import aiohttp

from brick_errors import BrickError, NotFinished

log = logging.getLogger(__name__)


class BrickClient:
    def __init__(self, base_url: str, token: str, reconnects: int = 3) -> None:
        self.base_url = base_url
        self.token = token
        self.reconnects = reconnects
        self.session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> "BrickClient":
        self.session = aiohttp.ClientSession(
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=aiohttp.ClientTimeout(total=30),
        )
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self.session.close()

    async def accounts(self, consent_id: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        page = 1
        while True:
            body = await self._get("/accounts", {"consentId": consent_id, "page": page})
            if body is None:
                return found
            found.extend(body["data"])
            if page >= body.get("meta", {}).get("totalPages", 1):
                return found
            page += 1

    async def _get(self, path: str, params: dict[str, Any]) -> dict[str, Any] | None:
        for left in range(self.reconnects, -1, -1):
            try:
                return await self._get_once(path, params)
            except aiohttp.ClientConnectionError as exc:
                if not left:
                    raise
                log.warning("connection to brick lost (%s), %d more attempts", exc, left)
                await asyncio.sleep(2)

    async def _get_once(self, path: str, params: dict[str, Any]) -> dict[str, Any] | None:
        async with self.session.get(self.base_url + path, params=params) as resp:
            if resp.status == 200:
                return await resp.json()
            if resp.status == 204:
                return None
            if resp.status == 202:
                raise NotFinished(path)
            try:
                body = await resp.json(content_type=None)
            except ValueError:
                body = None
            raise self._error(resp.status, body or {})

    @staticmethod
    def _error(status: int, body: dict[str, Any]) -> BrickError:
        if "code" in body:
            return BrickError(status, body["code"], f"{body['title']} - {body['detail']}")
        if "error" in body:
            return BrickError(status, None, f"{body['error']} ({body.get('error_description')})")
        return BrickError(status, None, body.get("message", "empty answer"))
