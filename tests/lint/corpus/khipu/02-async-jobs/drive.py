from datetime import datetime, timedelta, timezone

from jobs import Job, JobService, KhipuGateway, Phase

START = datetime(2024, 5, 6, 9, tzinfo=timezone.utc)


class MemoryJobs(dict):
    def save(self, job):
        self[job.id] = job

    def get(self, job_id):
        return self[job_id]

    def due(self, now):
        return [j for j in self.values() if j.phase is Phase.QUEUED and j.due <= now]


class Tick:
    """Every look at the clock is ten seconds later."""

    def __init__(self):
        self.at = START

    def __call__(self):
        self.at += timedelta(seconds=10)
        return self.at


def make_client(base_url: str) -> JobService:
    jobs = MemoryJobs()
    jobs.save(Job("j-1", "76111111-1", "vault/1", due=START))
    return JobService(
        KhipuGateway(base_url, "test-token"), jobs, now=Tick(), secrets=lambda ref: "secret"
    )


def call(service: JobService):
    for _ in range(6):
        service.run_due()
    return service.jobs["j-1"]
