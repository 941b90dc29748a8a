"""Runs the jobs of the table against Klavi."""
from __future__ import annotations

import logging
import time

from jobs_db import Job, JobTable
from klavi_api import KlaviApi

log = logging.getLogger("sync.worker")

MINUTE, HOUR = 60, 3600
MAX_ATTEMPTS = 4

# Seconds until the job may run again.
COOL_DOWN = {
    403: 20 * MINUTE,
    406: 24 * HOUR,
    413: 10 * MINUTE,
    414: 24 * HOUR,
    415: 30 * MINUTE,
}


class Worker:
    def __init__(self, table: JobTable, api: KlaviApi) -> None:
        self.table = table
        self.api = api

    def run(self, job: Job) -> None:
        if job.kind == "connect":
            body = self.api.connect(**job.payload)
        elif job.kind == "auto-update":
            body = self.api.auto_update(**job.payload)
        else:
            self.table.fail(job, None, f"no handler for {job.kind}")
            return
        self.settle(job, body)

    def settle(self, job: Job, body: dict) -> None:
        code = int(body["code"])
        log.info("job %d (%s), attempt %d: klavi %d", job.id, job.kind, job.attempts + 1, code)
        if code in COOL_DOWN and job.attempts + 1 < MAX_ATTEMPTS:
            self.table.postpone(job, COOL_DOWN[code])
        elif 400 <= code < 600:
            self.table.fail(job, code, body.get("message", ""))
        else:
            self.table.done(job, body.get("data"))

    def drain(self) -> None:
        while job := self.table.head():
            if (pause := job.run_at - time.time()) > 0:
                time.sleep(pause)
            self.run(job)
