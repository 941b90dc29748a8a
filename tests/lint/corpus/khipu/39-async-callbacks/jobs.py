from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from families import family
from gateway import Gateway


@dataclass
class Job:
    reference: str
    query: dict[str, Any]
    state: str = "new"
    not_before: datetime | None = None
    sends: int = 0
    result: Any = None
    history: list[dict[str, str]] = field(default_factory=list)


class Jobs:
    MAX_SENDS = 3

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway
        self._jobs: dict[str, Job] = {}

    def submit(self, reference: str, query: dict[str, Any], now: datetime) -> Job:
        job = self._jobs[reference] = Job(reference, query, not_before=now)
        self.tick(now)
        return job

    def tick(self, now: datetime) -> None:
        """Called every minute by the scheduler."""
        for job in self._jobs.values():
            if job.not_before is not None and job.not_before <= now:
                job.not_before = None
                job.sends += 1
                job.state = "sent"
                self.receive(job.reference, self._gateway.start(job.reference, job.query), now)

    def receive(self, reference: str, document: dict[str, Any], now: datetime) -> Job:
        """The answer to a submission, or the body posted to the callback."""
        job = self._jobs[reference]
        if document["Status"] == "OK":
            if document.get("Data") is not None:
                job.state, job.result = "done", document["Data"]
            return job

        error = document["Error"]
        job.history.append({**error, "Family": family(error["Code"])})
        delay = {
            "RETRY_IMMEDIATELY": timedelta(0),
            "WAIT_4_HOURS_BEFORE_RETRY": timedelta(hours=4),
        }.get(error["Type"])
        if delay is None or job.sends >= self.MAX_SENDS:
            job.state = "expired" if error["Code"] == "L000" else "failed"
        else:
            job.state, job.not_before = "waiting", now + delay
        return job
