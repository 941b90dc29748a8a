"""Sync loop: for every token, what is new since its checkpoint."""
from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import httpx

from checkpoints import Checkpoints
from flanks_io import PROCESSING, FlanksApiError, FlanksIO

log = logging.getLogger("sync")


@dataclass(frozen=True)
class SyncSettings:
    poll_every: float = 20.0
    deadline: float = 600.0
    bank_pause: float = 300.0
    bank_attempts: int = 4


@dataclass
class SyncResult:
    token: str
    rows: list[dict[str, Any]] = field(default_factory=list)
    failure: FlanksApiError | None = None


class Sync:
    def __init__(self, base_url: str, access_token: str, settings: SyncSettings = SyncSettings()) -> None:
        self.base_url = base_url
        self.headers = {"Authorization": f"Bearer {access_token}"}
        self.settings = settings
        self.checkpoints = Checkpoints()

    async def run(self, tokens: list[str], today: date) -> list[SyncResult]:
        async with httpx.AsyncClient(base_url=self.base_url, headers=self.headers, timeout=30) as http:
            api = FlanksIO(http)
            return await asyncio.gather(*(self._sync_one(api, token, today) for token in tokens))

    async def _sync_one(self, api: FlanksIO, token: str, today: date) -> SyncResult:
        since = self.checkpoints.get(token).isoformat()
        try:
            rows = await self._with_bank_retries(api, token, since)
        except FlanksApiError as exc:
            log.error("sync of %s stopped: %s", token, exc)
            return SyncResult(token, failure=exc)
        self.checkpoints.advance(token, today)
        return SyncResult(token, rows)

    async def _with_bank_retries(self, api: FlanksIO, token: str, since: str) -> list[dict[str, Any]]:
        for attempt in range(1, self.settings.bank_attempts + 1):
            try:
                return await self._poll(api, token, since)
            except FlanksApiError as exc:
                if not exc.on_bank_side or attempt == self.settings.bank_attempts:
                    raise
                log.warning("bank trouble for %s (%s), attempt %d", token, exc.code, attempt)
                await asyncio.sleep(self.settings.bank_pause)
        raise AssertionError("unreachable")

    async def _poll(self, api: FlanksIO, token: str, since: str) -> list[dict[str, Any]]:
        ends = time.monotonic() + self.settings.deadline
        while time.monotonic() < ends:
            try:
                return await api.transactions(token, since)
            except FlanksApiError as exc:
                if exc.code != PROCESSING:
                    raise
            await asyncio.sleep(self.settings.poll_every)
        log.info("%s still processing at the deadline", token)
        return []
