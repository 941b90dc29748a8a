"""asyncio worker for Klavi link attempts, with a not-before queue."""
from __future__ import annotations

import asyncio
import heapq
import logging
import time
from collections import defaultdict
from collections.abc import Callable
from functools import cached_property
from typing import Any, Literal

import aiohttp
import attr

logger = logging.getLogger(__name__)

MINUTE = 60
DAY = 24 * 60 * MINUTE
Mood = Literal["done", "partial", "wait", "tell-user", "tell-us"]


@attr.s(auto_attribs=True, order=True)
class Ticket:
    not_before: float
    link_id: str = attr.ib(order=False)
    turn: int = attr.ib(default=1, order=False)


@attr.s(auto_attribs=True, frozen=True)
class Result:
    link_id: str
    mood: Mood
    code: int
    message: str
    data: Any = None


WAITS: dict[int, float] = defaultdict(float, {
    414: DAY,
    415: 30 * MINUTE,
    429: 10 * MINUTE,
})

# what only the account holder can put right, or has to come back for
USER_SIDE = {402, 403, 405, 406, 407, 408, 409, 410, 413, *range(416, 421), 433, 434, 435}


def mood_of(code: int) -> Mood:
    if code == 200:
        return "done"
    if code // 100 == 2:
        return "partial"
    if WAITS.get(code):
        return "wait"
    return "tell-user" if code in USER_SIDE else "tell-us"


class LinkWorker:
    max_turns = 3

    def __init__(self, token: str, base_url: str = "https://open-sandbox.klavi.ai/data/v1",
                 clock: Callable[[], float] = time.time) -> None:
        self.token = token
        self.base_url = base_url
        self.clock = clock
        self.heap: list[Ticket] = []
        self.results: list[Result] = []

    @cached_property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def put(self, link_id: str) -> None:
        heapq.heappush(self.heap, Ticket(self.clock(), link_id))

    async def _once(self, session: aiohttp.ClientSession, ticket: Ticket) -> Result:
        async with session.get(f"{self.base_url}/links/{ticket.link_id}/report") as resp:
            body = await resp.json(content_type=None)
        code = int(body["code"])
        return Result(ticket.link_id, mood_of(code), code, body.get("message", ""), body.get("data"))

    async def _handle(self, session: aiohttp.ClientSession, ticket: Ticket) -> None:
        result = await self._once(session, ticket)
        if result.mood == "wait" and ticket.turn < self.max_turns:
            when = self.clock() + WAITS[result.code]
            logger.info("%s: %s, next look at %s", ticket.link_id, result.code, time.ctime(when))
            heapq.heappush(self.heap, Ticket(when, ticket.link_id, ticket.turn + 1))
            return
        if result.mood == "partial":
            logger.warning("%s is incomplete: %s %s", ticket.link_id, result.code, result.message)
        self.results.append(result)

    async def tick(self) -> int:
        """Work on everything that is due; returns how many were."""
        due: list[Ticket] = []
        while self.heap and self.heap[0].not_before <= self.clock():
            due.append(heapq.heappop(self.heap))
        async with aiohttp.ClientSession(headers=self.headers) as session:
            await asyncio.gather(*(self._handle(session, ticket) for ticket in due))
        return len(due)

    async def forever(self, pause: float = 30) -> None:
        while True:
            await self.tick()
            await asyncio.sleep(pause)
