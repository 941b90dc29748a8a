"""Nightly refresh of customers' open-finance accounts."""
from __future__ import annotations

import enum
import heapq
import itertools
import logging
import time
from dataclasses import dataclass, field
from datetime import timedelta

from klavi_api import KlaviApi, KlaviFailure, NeedsUser, RegistrationPending, Snapshot

logger = logging.getLogger(__name__)

REGISTRATION_DELAY = timedelta(minutes=10)
MAX_RUNS = 3


class JobState(enum.Enum):
    QUEUED = "queued"
    DONE = "done"
    WAITING_USER = "waiting_user"
    FAILED = "failed"


@dataclass(slots=True)
class RefreshJob:
    link_id: str
    runs: int = 0
    state: JobState = JobState.QUEUED
    last_code: int | None = None
    last_message: str = ""


@dataclass
class SnapshotRepository:
    rows: dict[str, Snapshot] = field(default_factory=dict)

    def upsert(self, snapshot: Snapshot) -> None:
        self.rows[snapshot.link_id] = snapshot


class RefreshWorker:
    def __init__(self, api: KlaviApi, snapshots: SnapshotRepository) -> None:
        self._api = api
        self._snapshots = snapshots
        self._queue: list[tuple[float, int, RefreshJob]] = []
        self._ticket = itertools.count()

    def enqueue(self, job: RefreshJob, delay: timedelta = timedelta()) -> None:
        due = time.time() + delay.total_seconds()
        heapq.heappush(self._queue, (due, next(self._ticket), job))

    def drain(self) -> list[RefreshJob]:
        finished: list[RefreshJob] = []
        while self._queue:
            due, _, job = heapq.heappop(self._queue)
            time.sleep(max(0.0, due - time.time()))
            self._run(job)
            if job.state is not JobState.QUEUED:
                finished.append(job)
        return finished

    def _run(self, job: RefreshJob) -> None:
        job.runs += 1
        try:
            self._snapshots.upsert(self._api.snapshot(job.link_id))
        except RegistrationPending as exc:
            self._note(job, exc)
            if job.runs < MAX_RUNS:
                self.enqueue(job, REGISTRATION_DELAY)
            else:
                job.state = JobState.FAILED
        except NeedsUser as exc:
            self._note(job, exc)
            job.state = JobState.WAITING_USER
        except KlaviFailure as exc:
            self._note(job, exc)
            job.state = JobState.FAILED
        else:
            job.state = JobState.DONE

    @staticmethod
    def _note(job: RefreshJob, exc: KlaviFailure) -> None:
        logger.warning("refresh of %s: %s", job.link_id, exc)
        job.last_code, job.last_message = exc.code, exc.message
