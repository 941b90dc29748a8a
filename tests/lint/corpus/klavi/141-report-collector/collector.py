"""Collects a customer's report; runs in a worker that may sleep for hours."""
from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from codes import A_DAY, AGAIN, PARTIAL, TOMORROW, Code
from ports import BankLogin, Clock, Reply, ReportGateway, SystemClock

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Report:
    data: dict[str, Any]


@dataclass(frozen=True)
class IncompleteReport(Report):
    """Usable, but the screen has to say what is missing."""

    code: int
    reason: str


class ReportRefused(Exception):
    def __init__(self, reply: Reply, not_before: datetime | None = None) -> None:
        super().__init__(f"{reply.code}: {reply.message}")
        self.code = reply.code
        self.reply = reply
        self.not_before = not_before


class ReportCollector:
    def __init__(self, gateway: ReportGateway, clock: Clock | None = None) -> None:
        self._gateway = gateway
        self._clock = clock or SystemClock()

    async def collect(self, login: BankLogin) -> Report:
        spent: Counter[int] = Counter()
        reply = await self._gateway.connect(login)
        while self._worth_another(reply, spent):
            spent[reply.code] += 1
            wait = AGAIN[reply.code].wait
            log.info("%s at %s: again in %s", reply.code, login.institution, wait)
            await self._clock.sleep(wait.total_seconds())
            reply = await self._gateway.connect(login)
        return self._conclude(reply)

    @staticmethod
    def _worth_another(reply: Reply, spent: Counter[int]) -> bool:
        again = AGAIN.get(reply.code)
        return again is not None and spent[reply.code] < again.times

    def _conclude(self, reply: Reply) -> Report:
        if reply.code == Code.OK:
            return Report(reply.data)
        if reply.code in PARTIAL:
            return IncompleteReport(reply.data, reply.code, reply.message)
        if reply.code in TOMORROW:
            raise ReportRefused(reply, not_before=self._clock.now() + A_DAY)
        raise ReportRefused(reply)
