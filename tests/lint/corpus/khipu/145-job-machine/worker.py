"""Background worker: one heap of due times, one thread."""
from __future__ import annotations

import heapq
import itertools
import logging
import time
from typing import Any, Callable, Mapping

from khipu_http import KhipuHttp
from machine import Job, State, advance

log = logging.getLogger("extraction")


class Worker:
    def __init__(self, http: KhipuHttp, on_final: Callable[[Job], None] = lambda job: None) -> None:
        self._http = http
        self._on_final = on_final
        self._ids = itertools.count(1)
        self._heap: list[tuple[float, int, Job]] = []
        self.finished: dict[int, Job] = {}

    def submit(self, path: str, fields: Mapping[str, Any]) -> int:
        job = Job(next(self._ids), path, fields)
        heapq.heappush(self._heap, (time.monotonic(), job.id, job))
        return job.id

    def drain(self) -> None:
        """Works until every job is in a final state."""
        while self._heap:
            due, _, job = heapq.heappop(self._heap)
            while (early := due - time.monotonic()) > 0:
                time.sleep(early)
            self._work(job)

    def _work(self, job: Job) -> None:
        job = advance(job, self._http.ask(job.path, job.fields))
        if job.state is State.WAITING:
            log.info("job %d: %s, again in %.0f s", job.id, job.error and job.error.code, job.pause)
            heapq.heappush(self._heap, (time.monotonic() + job.pause, job.id, job))
            return
        if job.error is not None:
            log.warning("job %d ends as %s: %r", job.id, job.state.name, job.error)
        self.finished[job.id] = job
        self._on_final(job)
