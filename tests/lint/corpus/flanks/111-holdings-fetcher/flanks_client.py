"""Async client for the Flanks holdings endpoints."""
from __future__ import annotations

import asyncio
import logging
from typing import Any

import aiohttp

from exceptions import BankUnavailable, DataPending, FlanksError, RequestRejected, UserActionNeeded

logger = logging.getLogger(__name__)

PENDING_CODES = {20002, 20004}


class FlanksClient:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io", poll_interval: float = 30.0) -> None:
        self.base_url = base_url
        self.poll_interval = poll_interval
        self._headers = {"Authorization": f"Bearer {token}"}

    async def fetch_holdings(self, credentials_token: str, max_polls: int = 5) -> dict[str, Any]:
        polls = 0
        while True:
            try:
                return await self._post("/v0/bank/credentials/holdings", {"credentials_token": credentials_token})
            except DataPending:
                polls += 1
                if polls >= max_polls:
                    raise
                logger.info("holdings not ready, poll %d of %d", polls, max_polls)
                await asyncio.sleep(self.poll_interval)

    async def _post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        timeout = aiohttp.ClientTimeout(total=45)
        async with aiohttp.ClientSession(headers=self._headers, timeout=timeout) as session:
            async with session.post(self.base_url + path, json=payload) as response:
                body = await response.json(content_type=None)
                if response.status == 200:
                    return body
                self._raise_error(response.status, body)

    def _raise_error(self, status: int, body: dict[str, Any]) -> None:
        code = body.get("error_code")
        message = body.get("error", "")
        if code is None:
            raise FlanksError(status, None, message)
        if code in PENDING_CODES:
            raise DataPending(status, code, message)
        elif code < 40000:
            raise FlanksError(status, code, message)
        elif code >= 40001:
            raise RequestRejected(status, code, message)
        elif code == 50001:
            raise BankUnavailable(status, code, message)
        elif code in (50002, 50003):
            raise UserActionNeeded(status, code, message)
        raise FlanksError(status, code, message)
