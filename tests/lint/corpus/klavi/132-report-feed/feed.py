"""Streams the transactions of a CPF out of Klavi Open Data."""
from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, wait_exponential

from envelope import ENVELOPE, Failure, Page, Partial
from settings import KlaviSettings

log = logging.getLogger("klavi.feed")


class KlaviFailure(Exception):
    def __init__(self, code: int, message: str | None) -> None:
        super().__init__(f"klavi {code}: {message}")
        self.code = code
        self.message = message


class Throttled(KlaviFailure):
    """429: we are the ones who were too fast."""


@dataclass
class Collected:
    cpf: str
    transactions: list[dict[str, Any]] = field(default_factory=list)
    gaps: set[str] = field(default_factory=set)

    @property
    def complete(self) -> bool:
        return not self.gaps


class ReportFeed:
    def __init__(self, http: httpx.AsyncClient, settings: KlaviSettings) -> None:
        self._http = http
        self._settings = settings

    @classmethod
    @asynccontextmanager
    async def open(cls, settings: KlaviSettings) -> AsyncIterator["ReportFeed"]:
        headers = {"Authorization": f"Bearer {settings.token}"}
        async with httpx.AsyncClient(
            base_url=settings.base_url, headers=headers, timeout=settings.timeout
        ) as http:
            yield cls(http, settings)

    async def _once(self, cpf: str, cursor: str | None) -> tuple[Page, str | None]:
        params: dict[str, Any] = {"cpf": cpf, "limit": self._settings.page_size}
        if cursor is not None:
            params["cursor"] = cursor
        response = await self._http.get("/open-data/v1/transactions", params=params)
        reply = ENVELOPE.validate_python(response.json())
        if isinstance(reply, Failure):
            raise (Throttled if reply.code == 429 else KlaviFailure)(reply.code, reply.message)
        gap = reply.gap if isinstance(reply, Partial) else None
        return reply.data or Page(), gap

    async def pages(self, cpf: str) -> AsyncIterator[tuple[Page, str | None]]:
        cursor: str | None = None
        while True:
            async for attempt in AsyncRetrying(
                retry=retry_if_exception_type(Throttled),
                wait=wait_exponential(multiplier=self._settings.throttle_pause),
                stop=stop_after_attempt(self._settings.throttle_attempts),
                reraise=True,
            ):
                with attempt:
                    page, gap = await self._once(cpf, cursor)
            yield page, gap
            if page.next_cursor is None or page.next_cursor == cursor:
                return
            cursor = page.next_cursor

    async def collect(self, cpf: str) -> Collected:
        result = Collected(cpf)
        async for page, gap in self.pages(cpf):
            result.transactions.extend(page.transactions)
            if gap is not None:
                log.warning("report of ...%s lacks %s", cpf[-4:], gap)
                result.gaps.add(gap)
        return result
