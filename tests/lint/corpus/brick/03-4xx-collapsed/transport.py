from __future__ import annotations

import asyncio
import logging
from typing import Any

import aiohttp

logger = logging.getLogger(__name__)

DELAYS = (60, 120, 240)


class BrickError(Exception):
    def __init__(self, status: int, payload: dict[str, Any]) -> None:
        super().__init__(status, payload.get("code"), payload.get("title"))
        self.status = status
        self.payload = payload


class PartnerBankError(BrickError):
    """The call to the other institution failed."""


class Transport:
    def __init__(self, base_url: str, token: str) -> None:
        self.base_url = base_url
        self.headers = {"Authorization": f"Bearer {token}"}

    async def get(self, path: str, consent_id: str) -> dict[str, Any]:
        for delay in (*DELAYS, None):
            try:
                return await self._get(path, consent_id)
            except PartnerBankError as exc:
                if delay is None:
                    raise
                logger.info("%s, again in %d s", exc, delay)
                await asyncio.sleep(delay)
        raise AssertionError

    async def _get(self, path: str, consent_id: str) -> dict[str, Any]:
        async with aiohttp.ClientSession(headers=self.headers) as session:
            async with session.get(self.base_url + path, headers={"x-consent-id": consent_id}) as response:
                payload = await response.json(content_type=None)
                if response.status == 400:
                    raise PartnerBankError(response.status, payload)
                if response.status != 200:
                    raise BrickError(response.status, payload)
                return payload["data"]
