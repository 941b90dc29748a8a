from __future__ import annotations

import asyncio
import logging
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Iterator

from model import FlanksCode, FlanksReply

LOG = logging.getLogger(__name__)


class PollStrategy(ABC):
    @abstractmethod
    def intervals(self) -> Iterator[float]: ...


class GrowingInterval(PollStrategy):
    def __init__(self, first: float = 5.0, factor: float = 1.5, ceiling: float = 60.0, polls: int = 12) -> None:
        self._first = first
        self._factor = factor
        self._ceiling = ceiling
        self._polls = polls

    def intervals(self) -> Iterator[float]:
        value = self._first
        for _ in range(self._polls):
            yield min(value, self._ceiling)
            value *= self._factor


class Poller:
    def __init__(self, strategy: PollStrategy) -> None:
        self._strategy = strategy

    async def until_ready(self, fetch: Callable[[], Awaitable[FlanksReply]]) -> FlanksReply:
        reply = await fetch()
        for interval in self._strategy.intervals():
            if reply.error_code != FlanksCode.PROCESSING:
                break
            LOG.debug("still processing, next look in %.1f s", interval)
            await asyncio.sleep(interval)
            reply = await fetch()
        return reply
