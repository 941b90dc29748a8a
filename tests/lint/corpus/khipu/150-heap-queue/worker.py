"""A heap of jobs ordered by the moment from which they may run."""
from __future__ import annotations

import heapq
import itertools
import logging
import time
from collections import Counter
from dataclasses import dataclass, field

from gateway import BadGateway, Gateway, OperationFailed
from settings import Settings

log = logging.getLogger("importer")


@dataclass
class Job:
    bank: str
    month: str
    quick: int = 0
    slow: int = 0


@dataclass
class DeadLetter:
    job: Job
    code: str
    kind: str
    text: str


@dataclass
class Report:
    rows: Counter = field(default_factory=Counter)
    dead: list[DeadLetter] = field(default_factory=list)
    requeued: Counter = field(default_factory=Counter)


class Worker:
    def __init__(self, gateway: Gateway, settings: Settings) -> None:
        self.gateway = gateway
        self.settings = settings
        self.report = Report()
        self._heap: list[tuple[float, int, Job]] = []
        self._tie = itertools.count()

    def put(self, job: Job, delay: float = 0.0) -> None:
        heapq.heappush(self._heap, (time.monotonic() + delay, next(self._tie), job))

    def drain(self) -> Report:
        while self._heap:
            due, _, job = heapq.heappop(self._heap)
            if (pause := due - time.monotonic()) > 0:
                time.sleep(pause)
            self._run(job)
        return self.report

    def _run(self, job: Job) -> None:
        try:
            rows = self.gateway.statement(job.bank, job.month)
        except OperationFailed as failed:
            if not self._requeue(job, failed):
                self._bury(job, failed.code, failed.kind, failed.text)
        except BadGateway as broken:
            self._bury(job, "gateway", "", str(broken))
        else:
            self.report.rows[job.bank] += len(rows)

    def _requeue(self, job: Job, failed: OperationFailed) -> bool:
        s = self.settings
        if failed.kind == "RETRY_IMMEDIATELY" and job.quick < s.quick_retries:
            job.quick += 1
            delay = s.quick_pause
        elif failed.kind == "WAIT_4_HOURS_BEFORE_RETRY" and job.slow < s.slow_retries:
            job.slow += 1
            delay = s.slow_pause
        else:
            return False
        self.report.requeued[failed.kind] += 1
        self.put(job, delay)
        return True

    def _bury(self, job: Job, code: str, kind: str, text: str) -> None:
        log.error("dead letter %s %s: %s (%s)", job.bank, job.month, code, kind)
        self.report.dead.append(DeadLetter(job, code, kind, text))
