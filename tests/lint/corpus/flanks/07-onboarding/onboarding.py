"""Turns a Flanks Link code into a usable credentials token.

A worker pops the due jobs; what cannot be finished now goes back with a
time before which it must not be looked at.
"""
from __future__ import annotations

import heapq
import itertools
import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any, Iterator

import httpx

DAY = timedelta(hours=24)


@dataclass(order=True)
class Job:
    not_before: datetime
    seq: int
    link_code: str = field(compare=False)
    token: str | None = field(default=None, compare=False)
    turns: int = field(default=0, compare=False)


@dataclass
class Report:
    token: str | None
    state: str
    code: int | None = None
    detail: str = ""


class Delay(Exception):
    def __init__(self, until: datetime, token: str | None) -> None:
        super().__init__(f"not before {until:%F %T}")
        self.until = until
        self.token = token


class Rejected(Exception):
    def __init__(self, state: str, status: int, body: dict[str, Any]) -> None:
        self.code = body.get("error_code")
        self.detail = body.get("error") or body.get("message") or ""
        super().__init__(f"{state} ({status}, {self.code}): {self.detail}")
        self.state = state


def now() -> datetime:
    return datetime.now(timezone.utc)


def inspect(resp: httpx.Response, token: str | None) -> dict[str, Any]:
    body = resp.json()
    match body.get("error_code"):
        case 20003:
            raise Delay(now() + DAY, body.get("credentials_token", token))
        case 50001:
            raise Delay(now() + timedelta(minutes=30), token)
        case 20001:
            raise Rejected("open-ticket", resp.status_code, body)
        case 50003:
            raise Rejected("ask-2fa", resp.status_code, body)
        case 50002:
            raise Rejected("ask-credentials", resp.status_code, body)
        case 20002:
            raise Delay(now() + timedelta(minutes=5), token)
        case None if resp.status_code == 200:
            return body
        case _:
            raise Rejected("bug-or-setup", resp.status_code, body)


class Onboarding:
    def __init__(self, access_token: str, base_url: str = "https://api.flanks.io") -> None:
        self.http = httpx.Client(base_url=base_url, headers={"Authorization": f"Bearer {access_token}"})
        self.heap: list[Job] = []
        self.seq = itertools.count()

    def submit(self, link_code: str) -> None:
        heapq.heappush(self.heap, Job(now(), next(self.seq), link_code))

    def _put_back(self, job: Job, delay: Delay) -> None:
        heapq.heappush(
            self.heap,
            Job(delay.until, next(self.seq), job.link_code, delay.token or job.token, job.turns + 1),
        )

    def _exchange(self, code: str) -> str:
        resp = self.http.post("/v0/links/code/exchange", json={"code": code})
        return inspect(resp, None)["credentials_token"]

    def _until_ready(self, token: str) -> Iterator[str]:
        for _ in range(20):
            status = inspect(self.http.post("/v0/credentials/status", json={"credentials_token": token}), token)
            if status.get("errored"):
                yield "errored"
                return
            if not status.get("pending"):
                yield "ready"
                return
            yield "pending"
            time.sleep(30)

    def work(self, job: Job) -> Report | None:
        try:
            token = job.token or self._exchange(job.link_code)
            job.token = token
            state = "pending"
            for state in self._until_ready(token):
                pass
            if state == "pending":
                raise Delay(now() + timedelta(hours=1), token)
            return Report(token, state)
        except Delay as delay:
            if job.turns >= 12:
                return Report(job.token, "gave-up", detail=str(delay))
            self._put_back(job, delay)
            return None
        except Rejected as no:
            return Report(job.token, no.state, no.code, no.detail)

    def drain(self) -> list[Report]:
        done: list[Report] = []
        while self.heap and self.heap[0].not_before <= now():
            if (report := self.work(heapq.heappop(self.heap))) is not None:
                done.append(report)
        return done
