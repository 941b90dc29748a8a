"""One coroutine, one heap: reads consented data and reschedules itself."""
from __future__ import annotations

import asyncio
import heapq
import itertools
import logging
import time
from typing import Any

import httpx

from verdicts import Done, Forget, Job, Park, Reply, Requeue, judge

log = logging.getLogger("consents")


class Parked(Exception):
    def __init__(self, job: Job, reply: Reply, audience: str) -> None:
        super().__init__(f"{job.resource}: HTTP {reply.status} {reply.code} -> {audience}")
        self.reply = reply
        self.audience = audience


class ConsentWorker:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http
        self._heap: list[tuple[float, int, Job]] = []
        self._tie = itertools.count()

    def submit(self, job: Job, delay: float = 0.0) -> None:
        heapq.heappush(self._heap, (time.monotonic() + delay, next(self._tie), job))

    async def _send(self, job: Job) -> Reply:
        response = await self._http.get(f"/open-data/{job.resource}", headers={"consent-id": job.consent_id})
        try:
            body = response.json()
        except ValueError:
            body = {"message": response.text}
        return Reply(response.status_code, body.get("code") or body.get("error"), body)

    async def drain(self) -> tuple[dict[str, dict[str, Any]], list[Parked]]:
        finished: dict[str, dict[str, Any]] = {}
        parked: list[Parked] = []
        while self._heap:
            due, _, job = heapq.heappop(self._heap)
            if (pause := due - time.monotonic()) > 0:
                await asyncio.sleep(pause)
            reply = await self._send(job)
            match judge(job, reply):
                case Done(body):
                    finished[job.resource] = body
                case Requeue(seconds, limit) if job.attempt < limit:
                    job.attempt += 1
                    job.notes.append(f"{reply.status} {reply.code}")
                    self.submit(job, seconds)
                case Requeue():
                    parked.append(Parked(job, reply, "operations"))
                case Forget(code):
                    log.info("forgetting %s (%s)", job.consent_id, code)
                case Park(reply, audience):
                    parked.append(Parked(job, reply, audience))
        return finished, parked


async def read_everything(http: httpx.AsyncClient, consent_id: str, resources: list[str]) -> dict[str, dict[str, Any]]:
    worker = ConsentWorker(http)
    for resource in resources:
        worker.submit(Job(consent_id, resource))
    finished, parked = await worker.drain()
    if parked:
        raise ExceptionGroup("resources not read", parked)
    return finished
