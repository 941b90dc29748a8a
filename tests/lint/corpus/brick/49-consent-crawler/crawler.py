from __future__ import annotations

import asyncio
import datetime as dt
import json
import logging
from dataclasses import dataclass, field
from typing import Any, Iterable

import aiohttp

from report import CrawlIncomplete, Report, Target, Trouble

log = logging.getLogger("crawler")

PEER_SILENT = {"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"}
PEER_PAUSE = 5 * 60


def next_month(today: dt.date) -> dt.date:
    return (today.replace(day=1) + dt.timedelta(days=32)).replace(day=1)


@dataclass
class Job:
    target: Target
    page: int = 1
    server_errors: int = 0
    peer_errors: int = 0
    rows: list[dict[str, Any]] = field(default_factory=list)


class Crawler:
    def __init__(self, base_url: str, token: str, workers: int = 4, in_flight: int = 2) -> None:
        self.base_url = base_url
        self.headers = {"Authorization": f"Bearer {token}"}
        self.workers = workers
        self.in_flight = in_flight

    async def crawl(self, targets: Iterable[Target]) -> Report:
        self.queue: asyncio.Queue[Job] = asyncio.Queue()
        self.gate = asyncio.Semaphore(self.in_flight)
        self.report = Report()
        self.sleepers: set[asyncio.Task[None]] = set()
        for target in targets:
            self.queue.put_nowait(Job(target))
        async with aiohttp.ClientSession(headers=self.headers) as self.http:
            crew = [asyncio.create_task(self._work()) for _ in range(self.workers)]
            await self.queue.join()
            for worker in crew:
                worker.cancel()
            await asyncio.gather(*crew, return_exceptions=True)
        if self.report.failed or self.report.parked:
            raise CrawlIncomplete(self.report)
        return self.report

    async def _work(self) -> None:
        while True:
            job = await self.queue.get()
            delay: float | None = None
            try:
                delay = await self._step(job)
            except (aiohttp.ClientError, asyncio.TimeoutError, ValueError) as exc:
                self.report.failed[job.target] = Trouble(0, None, repr(exc))
            if delay is None:
                self.queue.task_done()
            else:
                sleeper = asyncio.create_task(self._requeue(job, delay))
                self.sleepers.add(sleeper)
                sleeper.add_done_callback(self.sleepers.discard)

    async def _requeue(self, job: Job, delay: float) -> None:
        await asyncio.sleep(delay)
        self.queue.put_nowait(job)
        self.queue.task_done()

    async def _step(self, job: Job) -> float | None:
        """Fetch one page; the answer is the delay after which the job goes on, None when it's settled."""
        target = job.target
        url = f"{self.base_url}/data/{target.institution}/{target.category}"
        query = {"consentId": target.consent, "page": str(job.page)}
        async with self.gate, self.http.get(url, params=query) as resp:
            raw = await resp.text()
            status = resp.status
        body = json.loads(raw) if raw.strip() else {}
        if status in (200, 203, 204):
            job.rows += body.get("data", [])
            job.server_errors = job.peer_errors = 0
            if body.get("links", {}).get("next"):
                job.page += 1
                return 0
            self.report.rows[target] = job.rows
            return None

        trouble = Trouble.read(status, body)
        if 500 <= status <= 509 and job.server_errors < 5:
            job.server_errors += 1
            return 3 * 2 ** (job.server_errors - 1)
        if trouble.code in PEER_SILENT and job.peer_errors < 2:
            job.peer_errors += 1
            return PEER_PAUSE
        if status == 423:
            self.report.parked[target] = next_month(dt.date.today())
        elif status == 401 and trouble.code == "CONSENTIMENTO_NAO_AUTORIZADO":
            log.info("%s has no consent for %s: %s", target.consent, target.category, trouble)
            self.report.not_consented[target] = trouble
        else:
            self.report.failed[target] = trouble
        return None
