from __future__ import annotations

import asyncio
import json
import logging
from typing import Any

import aiohttp

from errors import BadReply, KhipuError, is_hiccup

logger = logging.getLogger(__name__)

BASE_URL = "https://api.khipu.com/v1/cl"
PAUSES = (2.0, 5.0, 15.0)


class KhipuClient:
    def __init__(self, api_key: str, base_url: str = BASE_URL, *, timeout: float = 120.0) -> None:
        self._base_url = base_url.rstrip("/")
        self._headers = {"x-api-key": api_key, "Accept": "application/json"}
        self._timeout = aiohttp.ClientTimeout(total=timeout)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> KhipuClient:
        self._session = aiohttp.ClientSession(headers=self._headers, timeout=self._timeout)
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def execute(self, service: str, payload: dict[str, Any]) -> Any:
        """Runs a service; hiccups of the bank's site are ridden out here."""
        pauses = iter(PAUSES)
        while True:
            try:
                return await self._once(service, payload)
            except KhipuError as exc:
                pause = next(pauses, None)
                if pause is None or not is_hiccup(exc):
                    raise
                logger.info("%s: %s, next try in %.0f s", service, exc, pause)
            await asyncio.sleep(pause)

    async def _once(self, service: str, payload: dict[str, Any]) -> Any:
        if self._session is None:
            raise RuntimeError("use the client as a context manager")
        async with self._session.post(f"{self._base_url}/{service}", json=payload) as response:
            text = await response.text()
        try:
            reply = json.loads(text)
            status = reply["Status"]
        except (ValueError, KeyError, TypeError):
            raise BadReply(response.status, text) from None
        if status != "OK":
            raise KhipuError(reply.get("OperationId"), reply.get("Error") or {})
        return reply["Data"]
