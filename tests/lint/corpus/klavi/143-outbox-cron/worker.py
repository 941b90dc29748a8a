"""Started by cron every five minutes: one pass over the jobs that are due, one request a job."""
from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import requests

from klavi_api import KlaviApi, Reply
from outbox import Job, Outbox

log = logging.getLogger("klavi.worker")

MAX_ATTEMPTS = 4
PARTIAL = {201: "extra authorization", 202: "transactions missing", 203: "cpf missing"}

# How long a job rests after a code that passes by itself. 406 isn't here: the customer has to type again.
PAUSES: dict[int | None, timedelta] = {
    403: timedelta(hours=3),
    414: timedelta(hours=24),
    415: timedelta(minutes=30),
    429: timedelta(minutes=15),
    500: timedelta(minutes=15),
}


def settle(outbox: Outbox, job: Job, reply: Reply, now: datetime) -> None:
    if reply.code == 200:
        outbox.close(job.id, "connected", 200, reply.data.get("connection_id", ""))
    elif reply.code in PARTIAL:
        outbox.close(job.id, "incomplete", reply.code, PARTIAL[reply.code])
    elif reply.code in PAUSES and job.attempts + 1 < MAX_ATTEMPTS:
        outbox.postpone(job.id, now + PAUSES[reply.code], reply.code, reply.message)
    else:
        outbox.close(job.id, "failed", reply.code, reply.message)


def run_due(outbox: Outbox, api: KlaviApi, reveal: Callable[[str], str]) -> int:
    jobs = outbox.due(datetime.now(timezone.utc))
    for job in jobs:
        try:
            reply = api.connect(job.institution, job.login, reveal(job.secret_ref))
        except requests.RequestException as exc:
            log.warning("job %d: %s", job.id, exc)
            outbox.close(job.id, "unknown", None, type(exc).__name__)
            continue
        settle(outbox, job, reply, datetime.now(timezone.utc))
        log.info("job %d: klavi answered %s", job.id, reply.code)
    return len(jobs)


def main() -> None:
    outbox = Outbox(sqlite3.connect(os.environ["OUTBOX_DB"]))
    api = KlaviApi(requests.Session(), os.environ["KLAVI_TOKEN"])
    run_due(outbox, api, lambda ref: os.environ[ref])


if __name__ == "__main__":
    main()
