"""Runs report jobs in the order of their due times."""

from __future__ import annotations

import asyncio
import heapq
import logging
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from _errors import KlaviError
from _http import ReportSource
from _models import Report

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """When and how often a job may be tried again."""

    wait: timedelta
    max_attempts: int


#: Only these codes clear up by waiting; everything else goes to a human.
POLICIES: dict[int, RetryPolicy] = {
    406: RetryPolicy(wait=timedelta(hours=24), max_attempts=2),
    414: RetryPolicy(wait=timedelta(hours=24), max_attempts=2),
    415: RetryPolicy(wait=timedelta(minutes=30), max_attempts=4),
}


@dataclass(order=True, slots=True)
class Job:
    """A pending fetch, ordered by due time."""

    due: float
    cpf: str = field(compare=False)
    attempts: int = field(default=0, compare=False)


class ReportScheduler:
    """Fetches reports; postpones those that the provider asks to postpone."""

    def __init__(self, source: ReportSource) -> None:
        self._source = source
        self._heap: list[Job] = []

    def submit(self, cpf: str) -> None:
        """Queue a customer for immediate processing."""
        heapq.heappush(self._heap, Job(due=time.monotonic(), cpf=cpf))

    async def drain(self) -> list[Report]:
        """Process the queue until it is empty.

        Raises:
            ExceptionGroup: with one ``KlaviError`` per customer that failed.
        """
        reports: list[Report] = []
        failures: list[KlaviError] = []
        while self._heap:
            job = heapq.heappop(self._heap)
            await self._wait_until(job.due)
            job.attempts += 1
            try:
                reports.append(await self._source.report(job.cpf))
            except KlaviError as exc:
                if not self._postpone(job, exc):
                    failures.append(exc)
        if failures:
            raise ExceptionGroup("some reports could not be fetched", failures)
        return reports

    def _postpone(self, job: Job, exc: KlaviError) -> bool:
        policy = POLICIES.get(exc.code) if exc.code is not None else None
        if policy is None or job.attempts >= policy.max_attempts:
            return False
        job.due = time.monotonic() + policy.wait.total_seconds()
        logger.info("job postponed by %s after code %s", policy.wait, exc.code)
        heapq.heappush(self._heap, job)
        return True

    @staticmethod
    async def _wait_until(due: float) -> None:
        while (pause := due - time.monotonic()) > 0:
            await asyncio.sleep(pause)


async def fetch_all(source: ReportSource, cpfs: Iterable[str]) -> list[Report]:
    """Convenience wrapper used by the scoring service."""
    scheduler = ReportScheduler(source)
    for cpf in cpfs:
        scheduler.submit(cpf)
    return await scheduler.drain()
