from __future__ import annotations

import datetime as dt
import logging
import sqlite3
import time

from .errors import KhipuFailure
from .settings import Settings
from .store import Job, Repository, Statement
from .transport import Transport, metrics

log = logging.getLogger(__name__)
PATH = "/v1/cl/banks/bancochile.cl/statement"


class StatementSync:
    """Queues statement downloads and works them off, surviving restarts."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.transport = Transport(settings)
        db = sqlite3.connect(settings.database)
        self.jobs: Repository[Job] = Repository(db, "jobs", Job)
        self.statements: Repository[Statement] = Repository(db, "statements", Statement)

    def download(self, rut: str, password: str, month: str) -> Statement:
        job = self.jobs.save(Job(f"{rut}:{month}", rut, password, month))
        self.drain()
        statement = self.statements.get(job.key)
        assert statement is not None
        return statement

    def drain(self) -> None:
        while queued := [job for job in self.jobs.all() if job.state == "queued"]:
            job = min(queued, key=lambda j: j.not_before)
            pause = job.not_before - time.time()
            if pause > 0:
                time.sleep(pause)
            self._work(job)

    def _work(self, job: Job) -> None:
        job.attempts += 1
        try:
            request = {"Username": job.rut, "Password": job.password, "Month": job.month}
            body = self.transport.post(PATH, request)
        except KhipuFailure as failure:
            log.warning("job %s attempt %d: %s", job.key, job.attempts, failure)
            self._reschedule(job, failure)
            return
        rows = (body.get("Data") or {}).get("Transactions", [])
        self.statements.save(Statement(job.key, rows))
        job.state = "done"
        self.jobs.save(job)
        metrics["jobs.done"] += 1

    def _reschedule(self, job: Job, failure: KhipuFailure) -> None:
        now = dt.datetime.now(dt.timezone.utc)
        if job.attempts < self.settings.max_attempts:
            if failure.advice == "RETRY_IMMEDIATELY":
                job.not_before = now.timestamp()
                self.jobs.save(job)
                return
            if failure.advice == "WAIT_4_HOURS_BEFORE_RETRY":
                again = now + dt.timedelta(minutes=self.settings.retry_wait)
                job.not_before = again.timestamp()
                self.jobs.save(job)
                return
        job.state = "failed"
        self.jobs.save(job)
        metrics["jobs.failed"] += 1
        raise failure
