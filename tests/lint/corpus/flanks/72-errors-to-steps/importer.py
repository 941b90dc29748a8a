from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

import urllib3

from steps import STEPS, Job, dead_letter


class Importer:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self.url = f"{base_url}/v0/bank/account"
        self.http = urllib3.PoolManager(
            headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"}, retries=False
        )
        self.saved: list[dict[str, Any]] = []

    def work(self, job: Job, now: datetime) -> Job:
        """One request; the job comes back with its next state."""
        reply = self.http.request("POST", self.url, body=json.dumps({"credentials_token": job.credential}).encode())
        body = json.loads(reply.data)
        code = body.get("error_code")
        job = replace(job, status=reply.status, code=code)
        if reply.status == 200 and code is None:
            self.saved.extend(body["accounts"])
            return replace(job, state="done")
        return STEPS.get(code, dead_letter)(job, now)

    def run(self, jobs: list[Job], now: datetime) -> list[Job]:
        return [
            self.work(job, now) if job.state == "queued" and (job.not_before or now) <= now else job for job in jobs
        ]
