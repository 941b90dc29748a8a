import heapq
import itertools
import logging
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any, Callable

from .codes import Kind, classify
from .gateway import KlaviGateway, Reply

log = logging.getLogger(__name__)


class SyncFailure(Exception):
    def __init__(self, link_id: str, reply: Reply) -> None:
        super().__init__(f"{link_id}: klavi {reply.code} {reply.message}")
        self.code = reply.code
        self.message = reply.message


@dataclass
class Job:
    link_id: str
    requeues: int = 0
    state: str = "new"
    code: int | None = None
    not_before: datetime | None = None
    notes: list[str] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)


class SyncWorker:
    def __init__(
        self,
        gateway: KlaviGateway,
        max_requeues: int = 2,
        clock: Callable[[], datetime] = lambda: datetime.now(timezone.utc),
    ) -> None:
        self._gateway = gateway
        self._max_requeues = max_requeues
        self._clock = clock
        self._order = itertools.count()
        self._queue: list[tuple[datetime, int, Job]] = []

    def submit(self, job: Job, due: datetime | None = None) -> None:
        heapq.heappush(self._queue, (due or self._clock(), next(self._order), job))

    def run_due(self) -> list[Job]:
        done = []
        while self._queue and self._queue[0][0] <= self._clock():
            _, _, job = heapq.heappop(self._queue)
            try:
                done.append(self.run(job))
            except SyncFailure as failure:
                job.state = "failed"
                log.error("sync stopped: %s (code %s)", failure, failure.code)
                done.append(job)
        return done

    def run(self, job: Job) -> Job:
        reply = self._gateway.connect(job.link_id)
        verdict = classify(reply.code)
        job.code = reply.code
        if verdict.hint:
            job.notes.append(verdict.hint)
        if verdict.hold is not None:
            job.not_before = self._clock() + verdict.hold

        if verdict.kind in (Kind.COMPLETE, Kind.INCOMPLETE):
            job.state = verdict.kind.value
            job.data = reply.data
        elif verdict.kind is Kind.REQUEUE and job.requeues < self._max_requeues:
            job.requeues += 1
            job.state = "waiting"
            self.submit(job, job.not_before)
        elif verdict.kind in (Kind.USER_LATER, Kind.USER_ACTION):
            job.state = verdict.kind.value
        else:
            raise SyncFailure(job.link_id, reply)
        return job
