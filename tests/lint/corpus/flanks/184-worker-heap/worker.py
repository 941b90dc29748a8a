"""One worker, one heap of due jobs. Ends when nothing is left: everything is delivered or a dead letter."""
from __future__ import annotations

import heapq
import itertools
import logging
import time
from typing import Any

from jobs import READ_AGAIN, HOUR, DeadLetter, Delivered, Exchange, Job, Read
from replies import Flanks, Kind, Reply

log = logging.getLogger("flanks.worker")
REVIEW = 48 * HOUR


def nulls(accounts: list[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(f"{i}.{name}" for i, row in enumerate(accounts) for name, value in row.items() if value is None)


class Worker:
    def __init__(self, flanks: Flanks) -> None:
        self._flanks = flanks
        self._heap: list[tuple[float, int, Job]] = []
        self._tie = itertools.count()
        self.delivered: list[Delivered] = []
        self.dead: list[DeadLetter] = []

    def add(self, job: Job, wait: float = 0.0) -> None:
        heapq.heappush(self._heap, (time.monotonic() + wait, next(self._tie), job))

    def run(self) -> None:
        while self._heap:
            due, _, job = heapq.heappop(self._heap)
            early = due - time.monotonic()
            if early > 0:
                time.sleep(early)
            match job:
                case Exchange():
                    self._exchange(job)
                case Read():
                    self._read(job)

    def _exchange(self, job: Exchange) -> None:
        reply = self._flanks.exchange(job.link_code)
        token = reply.body.get("credentials_token")
        if reply.kind is Kind.GOOD and token:
            self.add(Read(job.user_id, token))
        elif reply.kind is Kind.UNDER_REVIEW and reply.status == 202 and token:
            log.info("user %s: token under review, first read in two days", job.user_id)
            self.add(Read(job.user_id, token), REVIEW)
        else:
            self._bury(job.user_id, "exchange", reply)

    def _read(self, job: Read) -> None:
        reply = self._flanks.accounts(job.credentials_token)
        kind = reply.kind
        if kind is Kind.GOOD and isinstance(reply.body.get("accounts"), list):
            accounts = reply.body["accounts"]
            self.delivered.append(Delivered(job.user_id, accounts, nulls(accounts)))
            return
        patience = READ_AGAIN.get(kind)
        if patience is None or job.waited[kind] >= patience.times:
            self._bury(job.user_id, "read", reply)
            return
        job.waited[kind] += 1
        log.info("user %s: %s, again in %.0f s", job.user_id, kind.value, patience.wait)
        self.add(job, patience.wait)

    def _bury(self, user_id: int, step: str, reply: Reply) -> None:
        log.warning("user %s: %s failed, %s (HTTP %s, %s)", user_id, step, reply.kind.value, reply.status, reply.code)
        self.dead.append(DeadLetter(user_id, step, reply.kind, reply.status, reply.code, reply.body))
