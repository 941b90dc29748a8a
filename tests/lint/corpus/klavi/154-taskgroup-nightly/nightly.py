"""Nightly run: one task per link, a report at the end, nothing resent within a run."""
from __future__ import annotations

import asyncio
import logging
import os
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from enum import Enum

import httpx

from klavi_api import Answer, KlaviApi, UnreadableAnswer

log = logging.getLogger("nightly")


class Outcome(Enum):
    COMPLETE = "complete"
    INCOMPLETE = "incomplete"
    POSTPONED = "postponed"
    USER_ACTION = "user-action"
    DEAD = "dead"


INCOMPLETE = frozenset({201, 202, 203})
POSTPONED = {
    406: timedelta(days=1),
    414: timedelta(days=1),
    415: timedelta(minutes=30),
}
USER_ACTION = frozenset({402, 407, 408, 409, 410, 413, 416, 417, 418, 419, 420, 433, 434, 435})


@dataclass
class Entry:
    link_id: str
    outcome: Outcome
    code: int | None
    message: str
    accounts: list[dict] = field(default_factory=list)
    not_before: datetime | None = None


@dataclass
class Run:
    entries: list[Entry] = field(default_factory=list)

    @property
    def by_outcome(self) -> Counter[str]:
        return Counter(e.outcome.value for e in self.entries)

    @property
    def by_code(self) -> Counter[int | None]:
        return Counter(e.code for e in self.entries if e.outcome is not Outcome.COMPLETE)


def judge(link_id: str, answer: Answer, now: datetime) -> Entry:
    accounts = answer.data.get("accounts") or []
    if answer.code == 200:
        return Entry(link_id, Outcome.COMPLETE, 200, answer.message, accounts)
    if answer.code in INCOMPLETE:
        return Entry(link_id, Outcome.INCOMPLETE, answer.code, answer.message, accounts)
    if (pause := POSTPONED.get(answer.code)) is not None:
        return Entry(link_id, Outcome.POSTPONED, answer.code, answer.message, not_before=now + pause)
    if answer.code in USER_ACTION:
        return Entry(link_id, Outcome.USER_ACTION, answer.code, answer.message)
    return Entry(link_id, Outcome.DEAD, answer.code, answer.message)


class Nightly:
    def __init__(self, base_url: str | None = None, token: str | None = None, parallel: int = 8) -> None:
        self.base_url = base_url or os.environ.get("KLAVI_URL", "https://api.klavi.ai")
        self.token = token or os.environ.get("KLAVI_TOKEN", "")
        self.parallel = parallel

    async def run(self, link_ids: list[str]) -> Run:
        run = Run()
        gate = asyncio.Semaphore(self.parallel)
        headers = {"Authorization": f"Bearer {self.token}"}
        async with httpx.AsyncClient(base_url=self.base_url, headers=headers, timeout=40) as http:
            api = KlaviApi(http)
            async with asyncio.TaskGroup() as group:
                for link_id in link_ids:
                    group.create_task(self._one(api, gate, link_id, run))
        log.info("nightly run: %s, codes %s", dict(run.by_outcome), dict(run.by_code))
        return run

    async def _one(self, api: KlaviApi, gate: asyncio.Semaphore, link_id: str, run: Run) -> None:
        async with gate:
            try:
                answer = await api.report(link_id)
            except (UnreadableAnswer, httpx.TransportError) as exc:
                run.entries.append(Entry(link_id, Outcome.DEAD, None, str(exc)))
                return
        run.entries.append(judge(link_id, answer, datetime.now(timezone.utc)))
