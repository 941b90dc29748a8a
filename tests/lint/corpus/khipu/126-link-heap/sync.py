"""Works through the links of all customers, each at its own time."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final

from _http import BASE_URL, khipu_session, read_accounts
from _types import KhipuFailure, Link, Outcome

HOUR: Final = 3600.0
GIVE_UP_AFTER: Final = 9 * HOUR

#: advice -> (delay in seconds, how many times)
AGENDA: Final[dict[str, tuple[float, int]]] = {
    "RETRY_IMMEDIATELY": (2.0, 3),
    "WAIT_4_HOURS_BEFORE_RETRY": (4 * HOUR, 2),
}

Listener = Callable[[Link, KhipuFailure], None]


def ignore(link: Link, failure: KhipuFailure) -> None:
    """Default listener; the failure is in the outcome anyway."""


@dataclass(slots=True)
class Visit:
    """State of one link during the sync."""

    link: Link
    deadline: float
    used: Counter[str]


class AccountSync:
    """A heap of visits ordered by due time."""

    def __init__(self, token: str, *, base_url: str = BASE_URL, on_failure: Listener = ignore) -> None:
        self._token = token
        self._base_url = base_url
        self._on_failure = on_failure

    async def run(self, links: Iterable[Link]) -> list[Outcome]:
        """Visit every link and return one outcome for each."""
        loop = asyncio.get_running_loop()
        ticket = itertools.count()
        start = loop.time()
        heap = [(start, next(ticket), Visit(link, start + GIVE_UP_AFTER, Counter())) for link in links]
        heapq.heapify(heap)
        outcomes: list[Outcome] = []
        async with khipu_session(self._token) as session:
            fetch = partial(read_accounts, session, base_url=self._base_url)
            while heap:
                due, _, visit = heapq.heappop(heap)
                await asyncio.sleep(max(0.0, due - loop.time()))
                match await fetch(visit.link):
                    case KhipuFailure() as failure:
                        self._on_failure(visit.link, failure)
                        again = self._next_time(visit, failure, loop.time())
                        if again is None:
                            outcomes.append(Outcome(visit.link.link_id, failure=failure))
                        else:
                            heapq.heappush(heap, (again, next(ticket), visit))
                    case accounts:
                        outcomes.append(Outcome(visit.link.link_id, accounts=accounts))
        return outcomes

    @staticmethod
    def _next_time(visit: Visit, failure: KhipuFailure, now: float) -> float | None:
        """When to visit again, or ``None`` when this was the last time."""
        delay, limit = AGENDA.get(failure.advice, (0.0, 0))
        if visit.used[failure.advice] >= limit or now + delay > visit.deadline:
            return None
        visit.used[failure.advice] += 1
        return now + delay
