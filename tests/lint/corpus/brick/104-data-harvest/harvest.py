"""Colhe, em paralelo, as categorias de dados de um consentimento."""
from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

import aiohttp

from errors import BrickFault, Remedy

log = logging.getLogger(__name__)
CATEGORIES = ("accounts", "credit-cards", "loans", "customers")


class Tokens(Protocol):
    async def current(self, stale: str | None = None) -> str: ...


@dataclass(slots=True)
class Harvest:
    data: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    missing: dict[str, BrickFault] = field(default_factory=dict)


@dataclass(slots=True)
class Patience:
    """What is left to wait, per category."""

    minutes: Iterator[float] = field(default_factory=lambda: iter((300.0, 300.0)))
    backoff: Iterator[float] = field(default_factory=lambda: (3.0 * 2**n for n in range(5)))
    renewals: int = 1

    def pause_for(self, fault: BrickFault) -> float | None:
        match fault.remedy:
            case Remedy.SOME_MINUTES:
                return next(self.minutes, None)
            case Remedy.BACK_OFF:
                return next(self.backoff, None)
            case _:
                return None


class Harvester:
    def __init__(self, http: aiohttp.ClientSession, tokens: Tokens, base_url: str) -> None:
        self._http, self._tokens, self._base = http, tokens, base_url.rstrip("/")

    async def _get(self, category: str, consent_id: str, token: str) -> list[dict[str, Any]]:
        headers = {"Authorization": f"Bearer {token}", "consentId": consent_id}
        async with self._http.get(f"{self._base}/open-finance/{category}/v1", headers=headers) as resp:
            try:
                body = await resp.json(content_type=None)
            except ValueError:
                body = None
            if resp.status >= 400:
                raise BrickFault.from_body(resp.status, body)
            return body["data"]

    async def _category(self, category: str, consent_id: str) -> list[dict[str, Any]]:
        patience = Patience()
        token = await self._tokens.current()
        while True:
            try:
                return await self._get(category, consent_id, token)
            except BrickFault as fault:
                if fault.remedy is Remedy.RENEW_TOKEN and patience.renewals:
                    patience.renewals -= 1
                    renewed = await self._tokens.current(stale=token)
                    if renewed == token:
                        raise
                    token = renewed
                    continue
                pause = patience.pause_for(fault)
                if pause is None:
                    raise
            await asyncio.sleep(pause)

    async def run(self, consent_id: str) -> Harvest:
        harvest = Harvest()

        async def one(category: str) -> None:
            try:
                harvest.data[category] = await self._category(category, consent_id)
            except BrickFault as fault:
                if fault.remedy not in (Remedy.SKIP_CATEGORY, Remedy.NEXT_PERIOD):
                    raise
                log.warning("%s left out: %s", category, fault)
                harvest.missing[category] = fault

        async with asyncio.TaskGroup() as group:
            for category in CATEGORIES:
                group.create_task(one(category))
        return harvest


@asynccontextmanager
async def harvester(tokens: Tokens, base_url: str = "https://api.brickbank.com.br") -> AsyncIterator[Harvester]:
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=45)) as http:
        yield Harvester(http, tokens, base_url)
