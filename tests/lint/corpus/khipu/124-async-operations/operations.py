"""Starts Khipu operations and takes their webhooks. Both ends produce the same Answer."""
from __future__ import annotations

import asyncio
import logging
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any

import aiohttp

from envelope import Answer, Done, Failed, NeedsMore, Unreadable, interpret

log = logging.getLogger(__name__)

RETRIES = 2
PAUSE = 3.0


@dataclass
class Ledger:
    """What is known of each employee's operation; backed by a table in production."""

    answers: dict[str, Answer] = field(default_factory=dict)
    held_until: dict[str, datetime] = field(default_factory=dict)
    review: list[str] = field(default_factory=list)

    def record(self, employee: str, answer: Answer, now: datetime) -> None:
        self.answers[employee] = answer
        if isinstance(answer, (Failed, NeedsMore)) and answer.hold_hours:
            self.held_until[employee] = now + timedelta(hours=answer.hold_hours)
        elif isinstance(answer, (Failed, NeedsMore, Unreadable)):
            self.review.append(employee)

    def held(self, employee: str, now: datetime) -> bool:
        return self.held_until.get(employee, now) > now


class Held(Exception):
    def __init__(self, employee: str, until: datetime) -> None:
        super().__init__(f"{employee} is on hold until {until:%Y-%m-%d %H:%M}Z")
        self.until = until


class Operations:
    def __init__(self, root: str, token: str, ledger: Ledger | None = None) -> None:
        self.root = root
        self.headers = {"Authorization": f"Bearer {token}"}
        self.ledger = ledger or Ledger()
        self.counters: Counter[str] = Counter()

    async def _once(self, session: aiohttp.ClientSession, service: str, fields: dict[str, Any]) -> Answer:
        async with session.post(f"{self.root}/{service}", json=fields, headers=self.headers) as response:
            answer = interpret(await response.read(), response.status)
        self.counters[answer.kind] += 1
        return answer

    async def start(self, employee: str, service: str, fields: dict[str, Any]) -> Answer:
        now = datetime.now(timezone.utc)
        if self.ledger.held(employee, now):
            raise Held(employee, self.ledger.held_until[employee])
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=180)) as session:
            answer = await self._once(session, service, fields)
            for _ in range(RETRIES):
                if not (isinstance(answer, Failed) and answer.advice == "RETRY_IMMEDIATELY"):
                    break
                await asyncio.sleep(PAUSE)
                answer = await self._once(session, service, fields)
        self.ledger.record(employee, answer, datetime.now(timezone.utc))
        return answer

    def webhook(self, employee: str, raw: bytes) -> Answer:
        """Khipu calls back when an asynchronous operation ends; L000 arrives here only. Nothing is sent from here."""
        answer = interpret(raw)
        self.ledger.record(employee, answer, datetime.now(timezone.utc))
        match answer:
            case Done(operation=operation):
                log.info("%s: operation %s done", employee, operation)
            case Failed(code="L000"):
                log.warning("%s: data could not be retrieved in time", employee)
            case NeedsMore(code=code) | Failed(code=code):
                log.warning("%s: ended with %s", employee, code)
            case Unreadable():
                log.error("%s: webhook without an envelope", employee)
        return answer
