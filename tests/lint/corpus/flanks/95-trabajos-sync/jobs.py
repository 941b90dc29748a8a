"""In-process job queue for portfolio syncs (one worker, a heap ordered by due time)."""
from __future__ import annotations

import heapq
import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from verdicts import Verdict


@dataclass(order=True)
class Job:
    due: float
    order: int
    token: str = field(compare=False)
    attempts: int = field(default=0, compare=False)


class Worker:
    MAX_ATTEMPTS = 4

    def __init__(self, run: Callable[[str], Verdict], clock: Callable[[], float] = time.time) -> None:
        self._run = run
        self._clock = clock
        self._heap: list[Job] = []
        self._order = itertools.count()
        self.finished: dict[str, Verdict] = {}

    def add(self, token: str) -> None:
        heapq.heappush(self._heap, Job(self._clock(), next(self._order), token))

    def drain(self) -> dict[str, Verdict]:
        while self._heap:
            job = heapq.heappop(self._heap)
            time.sleep(max(0.0, job.due - self._clock()))
            verdict = self._run(job.token)
            job.attempts += 1
            if verdict.again_in is not None and job.attempts < self.MAX_ATTEMPTS:
                job.due = self._clock() + verdict.again_in
                heapq.heappush(self._heap, job)
            else:
                self.finished[job.token] = verdict
        return self.finished
