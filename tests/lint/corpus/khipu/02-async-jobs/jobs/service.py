"""Runs queued jobs and takes in what Khipu posts to our webhook."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any, Protocol

from jobs.khipu import Answer, KhipuGateway, Problem
from jobs.model import Job, Phase

MAX_SENDS = 4
DELAY = {
    "RETRY_IMMEDIATELY": timedelta(seconds=20),
    "WAIT_4_HOURS_BEFORE_RETRY": timedelta(hours=4, minutes=10),
}


class Jobs(Protocol):
    def get(self, job_id: str) -> Job: ...
    def save(self, job: Job) -> None: ...
    def due(self, now: datetime) -> Iterable[Job]: ...


class JobService:
    def __init__(
        self,
        khipu: KhipuGateway,
        jobs: Jobs,
        now: Callable[[], datetime],
        secrets: Callable[[str], str],
    ) -> None:
        self.khipu = khipu
        self.jobs = jobs
        self.now = now
        self.secrets = secrets

    def run_due(self) -> int:
        done = 0
        for job in self.jobs.due(self.now()):
            job.sends += 1
            self._absorb(job, self.khipu.tax_folder(job.rut, self.secrets(job.secret_ref)))
            self.jobs.save(job)
            done += 1
        return done

    def webhook(self, job_id: str, body: dict[str, Any]) -> None:
        job = self.jobs.get(job_id)
        self._absorb(job, Answer.from_json(body))
        self.jobs.save(job)

    def _absorb(self, job: Job, answer: Answer) -> None:
        if answer.problem is None:
            job.phase, job.result = Phase.DONE, answer.data
            job.error_code = job.error_type = job.error_text = None
            return
        self._note(job, answer.problem)
        if answer.problem.Code == "L000":
            job.phase = Phase.EXPIRED
            return
        delay = DELAY.get(answer.problem.Type)
        if delay is None or job.sends >= MAX_SENDS:
            job.phase = Phase.FAILED
        else:
            job.phase, job.due = Phase.QUEUED, self.now() + delay

    @staticmethod
    def _note(job: Job, problem: Problem) -> None:
        job.error_code = problem.Code
        job.error_type = problem.Type
        job.error_text = problem.Description
