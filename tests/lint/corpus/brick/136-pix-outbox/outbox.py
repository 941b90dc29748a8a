"""Outbox of Pix payments: a heap of due jobs, a journal of what was answered, one outcome a payment."""
from __future__ import annotations

import heapq
import itertools
import logging
import time
from dataclasses import dataclass
from typing import Any

import httpx

from gateway import BrickGateway, Reply
from policy import Row, Step, decide

log = logging.getLogger("pix.outbox")


@dataclass
class Job:
    reference: str
    payload: dict[str, Any]
    key: str  # made once, when the payment enters the outbox
    attempts: int = 0


@dataclass(frozen=True)
class Entry:
    reference: str
    attempt: int
    status: int
    code: str
    step: Step


@dataclass(frozen=True)
class Outcome:
    reference: str
    step: Step
    status: int
    code: str
    detail: str
    attempts: int
    payment_id: str | None = None
    note: str = ""


class Outbox:
    def __init__(self, gateway: BrickGateway) -> None:
        self._gateway = gateway
        self._due: list[tuple[float, int, Job]] = []
        self._order = itertools.count()
        self.journal: list[Entry] = []

    def submit(self, reference: str, payload: dict[str, Any], key: str) -> None:
        self._push(Job(reference, payload, key), 0.0)

    def drain(self) -> list[Outcome]:
        outcomes: list[Outcome] = []
        while self._due:
            due, _, job = heapq.heappop(self._due)
            pause = due - time.monotonic()
            if pause > 0:
                time.sleep(pause)
            outcome = self._attempt(job)
            if outcome is not None:
                outcomes.append(outcome)
        return outcomes

    def _attempt(self, job: Job) -> Outcome | None:
        job.attempts += 1
        try:
            reply = self._gateway.initiate(job.payload, job.key)
        except httpx.TransportError as exc:
            # Sent or not? Nobody knows, so nobody sends it again without looking.
            log.error("%s: no answer (%s)", job.reference, exc)
            return Outcome(job.reference, Step.PARK, 0, type(exc).__name__, str(exc), job.attempts, note="no answer")
        row = decide(reply.status, reply.code)
        self.journal.append(Entry(job.reference, job.attempts, reply.status, reply.code, row.step))
        if row.step is Step.RESEND and job.attempts <= len(row.waits):
            self._push(job, row.waits[job.attempts - 1])
            return None
        return self._close(job, row, reply)

    def _close(self, job: Job, row: Row, reply: Reply) -> Outcome:
        step, note = row.step, row.note
        if step is Step.RESEND:
            step, note = Step.PARK, "still failing after the last attempt"
        payment_id = (reply.body.get("data") or {}).get("paymentId") if step in (Step.SETTLE, Step.AWAIT) else None
        if step is Step.SETTLE and not payment_id:
            step, note = Step.PARK, "success without a payment id"
        log.info("%s: %s (%s %s)", job.reference, step.value, reply.status, reply.code)
        return Outcome(
            job.reference, step, reply.status, reply.code, reply.detail, job.attempts, payment_id,
            note if not reply.interaction_id else f"{note} [{reply.interaction_id}]",
        )

    def _push(self, job: Job, wait: float) -> None:
        heapq.heappush(self._due, (time.monotonic() + wait, next(self._order), job))
