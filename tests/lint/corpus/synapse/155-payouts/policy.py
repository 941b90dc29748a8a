from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import httpx


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryPolicy:
    statuses: frozenset[int]
    attempts: int = 4
    base: float = 2.0

    def applies(self, response: httpx.Response) -> bool:
        return response.status_code in self.statuses

    async def run(self, send: Callable[[], Awaitable[httpx.Response]]) -> httpx.Response:
        response = await send()
        for n in range(1, self.attempts):
            if not self.applies(response):
                return response
            await asyncio.sleep(self.base**n)
            response = await send()
        return response


CONTENTION = RetryPolicy(statuses=frozenset({409, 429, 503}))
READS = RetryPolicy(statuses=frozenset({429, 503}), attempts=6)
