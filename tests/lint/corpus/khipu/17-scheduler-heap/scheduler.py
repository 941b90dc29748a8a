"""Single-process scheduler of bank reads."""
from __future__ import annotations

import heapq
import time
from collections.abc import Callable

from domain import Failure, Job, Result, Success

DELAYS = {"RETRY_IMMEDIATELY": 30.0, "WAIT_4_HOURS_BEFORE_RETRY": 4 * 3600.0}
MAX_FAILURES = 4


class Scheduler:
    def __init__(self, read: Callable[[int], Result]) -> None:
        self.read = read
        self.queue: list[Job] = []
        self.done: dict[int, Result] = {}

    def add(self, link_id: int) -> None:
        heapq.heappush(self.queue, Job(time.time(), link_id))

    def run(self) -> dict[int, Result]:
        while self.queue:
            job = heapq.heappop(self.queue)
            time.sleep(max(0.0, job.due - time.time()))
            result = self.read(job.link_id)
            match result:
                case Failure(advice=advice) if advice in DELAYS and job.failures + 1 < MAX_FAILURES:
                    later = time.time() + DELAYS[advice]
                    heapq.heappush(self.queue, Job(later, job.link_id, job.failures + 1))
                case Success() | Failure():
                    self.done[job.link_id] = result
        return self.done
