"""Outbox: checks are written first and sent by the dispatcher."""
from __future__ import annotations

import time
from collections import Counter
from datetime import timedelta
from typing import Protocol
from uuid import UUID

from .domain import IncomeCheck, Owner, State
from .klavi import KlaviReply
from .verdicts import verdict_for


class IncomeSource(Protocol):
    def income_report(self, cpf: str, institution: str, reference: str) -> KlaviReply: ...


class Clock(Protocol):
    def wait(self, delay: timedelta) -> None: ...


class SystemClock:
    def wait(self, delay: timedelta) -> None:
        if delay:
            time.sleep(delay.total_seconds())


class Outbox:
    def __init__(self) -> None:
        self._rows: dict[UUID, IncomeCheck] = {}

    def put(self, check: IncomeCheck) -> UUID:
        self._rows[check.id] = check
        return check.id

    def next_open(self) -> IncomeCheck | None:
        waiting = [row for row in self._rows.values() if row.state.open]
        return min(waiting, key=lambda row: row.delay, default=None)


class Dispatcher:
    MAX_ATTEMPTS = 4

    def __init__(self, outbox: Outbox, source: IncomeSource, clock: Clock | None = None) -> None:
        self.outbox = outbox
        self.source = source
        self.clock = clock or SystemClock()
        self.metrics: Counter[str] = Counter()

    def drain(self) -> None:
        while (check := self.outbox.next_open()) is not None:
            self.clock.wait(check.delay)
            self._send(check)

    def _send(self, check: IncomeCheck) -> None:
        check.attempts += 1
        reply = self.source.income_report(check.cpf, check.institution, str(check.id))
        verdict = verdict_for(reply.code)
        check.code, check.note, check.owner = reply.code, reply.message, verdict.owner
        match verdict.state:
            case State.COMPLETE | State.INCOMPLETE as done if reply.http_status < 400:
                check.state = done
                check.report = reply.data
            case State.POSTPONED if verdict.delay is not None and check.attempts < self.MAX_ATTEMPTS:
                check.state = State.POSTPONED
                check.delay = verdict.delay
            case _:
                check.state = State.FAILED
        if check.state is State.FAILED and check.owner is Owner.NOBODY:
            check.owner = Owner.UNKNOWN
        self.metrics[f"income.{check.state.value}"] += 1
