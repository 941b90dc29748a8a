"""Single-process queue of extraction jobs, ordered by the time at which they may run."""
from __future__ import annotations

import heapq
import itertools
import logging
import time
from dataclasses import dataclass, field, replace
from typing import Any

from flanks_api import ExtractionError, FlanksApi
from policy import policy_for

log = logging.getLogger("extraction")
_ticket = itertools.count()


@dataclass(frozen=True)
class Job:
    credentials_token: str
    product: str
    returns: int = 0


@dataclass
class Finished:
    job: Job
    rows: list[dict[str, Any]] = field(default_factory=list)
    error: ExtractionError | None = None
    ask_user: bool = False


class ExtractionQueue:
    def __init__(self, api: FlanksApi) -> None:
        self.api = api
        self._heap: list[tuple[float, int, Job]] = []

    def put(self, job: Job, delay: float = 0.0) -> None:
        heapq.heappush(self._heap, (time.time() + delay, next(_ticket), job))

    def drain(self) -> list[Finished]:
        """Works until nothing is left, sleeping when the next job isn't due yet."""
        finished: list[Finished] = []
        while self._heap:
            due, _, job = heapq.heappop(self._heap)
            time.sleep(max(0.0, due - time.time()))
            if (done := self._work(job)) is not None:
                finished.append(done)
        return finished

    def _work(self, job: Job) -> Finished | None:
        try:
            return Finished(job, self.api.extract(job.credentials_token, job.product))
        except ExtractionError as error:
            policy = policy_for(error.status, error.error_code)
            if policy.allows(job.returns):
                log.info("%s: back in %d s after %s", job.product, policy.delay, error)
                self.put(replace(job, returns=job.returns + 1), policy.delay)
                return None
            log.warning("%s given up: %s", job.product, error)
            return Finished(job, error=error, ask_user=policy.then == "ask-user")
