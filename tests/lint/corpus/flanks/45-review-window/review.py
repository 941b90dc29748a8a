"""Waits until a freshly connected account has passed the security checks."""
from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from typing import Any

import aiohttp

log = logging.getLogger("onboarding.review")

REVIEW = 20003
REVIEW_WINDOW = timedelta(minutes=24)
MAX_CHECKS = 3


class FlanksProblem(Exception):
    def __init__(self, http_status: int, payload: dict[str, Any]) -> None:
        super().__init__(http_status, payload)
        self.http_status = http_status
        self.payload = payload
        self.error_code: int | None = payload.get("error_code")


class FirstRead:
    """First read of the accounts after onboarding."""

    path = "/v0/bank/account"

    def __init__(self, session: aiohttp.ClientSession, base_url: str = "https://api.flanks.io") -> None:
        self._session = session
        self._url = base_url + self.path

    async def _read(self, credentials_token: str) -> list[dict[str, Any]]:
        async with self._session.post(self._url, json={"credentials_token": credentials_token}) as reply:
            payload = await reply.json()
            if reply.status != 200 or "error_code" in payload:
                raise FlanksProblem(reply.status, payload)
            return payload["accounts"]

    async def when_ready(self, credentials_token: str) -> list[dict[str, Any]]:
        for check in range(MAX_CHECKS):
            try:
                return await self._read(credentials_token)
            except FlanksProblem as problem:
                if problem.error_code != REVIEW:
                    raise
                log.info("account under review, check %d of %d", check + 1, MAX_CHECKS)
                last = problem
            await asyncio.sleep(REVIEW_WINDOW.total_seconds())
        raise last


async def onboard(access_token: str, credentials_token: str, base_url: str = "https://api.flanks.io"):
    headers = {"Authorization": f"Bearer {access_token}"}
    timeout = aiohttp.ClientTimeout(total=60)
    async with aiohttp.ClientSession(headers=headers, timeout=timeout) as session:
        return await FirstRead(session, base_url).when_ready(credentials_token)
