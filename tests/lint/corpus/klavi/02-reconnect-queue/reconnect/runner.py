from __future__ import annotations

import logging
import time
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone

from .jobs import Agenda, Job, Summary
from .wire import Wire

log = logging.getLogger(__name__)

TURNS = 3
REGISTRATION = timedelta(minutes=31)
QUARTER = timedelta(minutes=15)


def utcnow() -> datetime:
    return datetime.now(timezone.utc)


class Runner:
    def __init__(self, wire: Wire) -> None:
        self.wire = wire

    def run(self, jobs: Iterable[Job]) -> Summary:
        agenda, summary = Agenda(), Summary()
        for job in jobs:
            agenda.put(job, utcnow())
        while agenda:
            due, job = agenda.pop()
            time.sleep(max(0.0, (due - utcnow()).total_seconds()))
            self._step(job, agenda, summary)
        return summary

    def _step(self, job: Job, agenda: Agenda, summary: Summary) -> None:
        answer = self.wire.collect(job.task_id, job.institution)
        code, text = int(answer["code"]), str(answer.get("message", ""))
        may_repeat = job.turns < TURNS
        match code:
            case 200:
                summary.stored[job.task_id] = answer.get("data")
            case 201 | 202 | 203:
                summary.stored[job.task_id] = answer.get("data")
                summary.incomplete[job.task_id] = code
            case 415 if may_repeat:
                agenda.again(job, utcnow(), REGISTRATION)
            case 429 | 500 | 432 if may_repeat:
                agenda.again(job, utcnow(), QUARTER * (job.turns + 1))
            case 402 | 403 | 406 | 407 | 408 | 409 | 410 | 413 | 414 | 416 | 417 | 418 | 419 | 420 | 433 | 434 | 435:
                summary.ask_user[job.task_id] = (code, text)
            case _:
                log.error("task %s ended with %s %s", job.task_id, code, text)
                summary.broken[job.task_id] = (code, text)
