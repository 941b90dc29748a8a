"""Nightly run over the months that are still missing."""
from __future__ import annotations

import heapq
import itertools
import logging
import time
from dataclasses import dataclass, field
from typing import Any

from khipu_api import ErrorInfo, KhipuApi, NothingThere, Postponed

log = logging.getLogger("ledger.jobs")

FOUR_HOURS = 4 * 60 * 60
ROUNDS = 3


@dataclass
class Link:
    bank: str
    username: str
    password: str = field(repr=False)


@dataclass
class MonthResult:
    month: str
    movements: list[dict[str, Any]]
    missing: ErrorInfo | None = None


class Night:
    def __init__(self, api: KhipuApi) -> None:
        self.api = api
        self._order = itertools.count()

    def run(self, link: Link, months: list[str]) -> list[MonthResult]:
        """Any error other than 'no such month' and 'come back later' ends the run for this link."""
        heap = [(0.0, next(self._order), month, 1) for month in months]
        heapq.heapify(heap)
        results: list[MonthResult] = []
        while heap:
            pause, _, month, round_ = heapq.heappop(heap)
            if pause:
                time.sleep(pause)
            try:
                rows = self.api.statement(link.bank, link.username, link.password, month)
            except NothingThere as exc:
                results.append(MonthResult(month, [], missing=exc.info))
            except Postponed as exc:
                if round_ == ROUNDS:
                    raise
                log.info("%s %s postponed: %s", link.bank, month, exc)
                heapq.heappush(heap, (FOUR_HOURS, next(self._order), month, round_ + 1))
            else:
                results.append(MonthResult(month, rows))
        return results
