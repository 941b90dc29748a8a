"""Fetches tax folders overnight: a queue, a few workers, failed jobs go to the end of the line."""
from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable

from gateway import Gateway
from jobs import FolderJob, KhipuError, Summary

log = logging.getLogger("tax.workers")

MAX_TRIES = 4
WORKERS = 3
REQUEUE_PAUSE = 90.0


class Crew:
    def __init__(self, gateway: Gateway) -> None:
        self.gateway = gateway
        self.queue: asyncio.Queue[FolderJob] = asyncio.Queue()
        self.summary = Summary()

    async def _attempt(self, job: FolderJob) -> None:
        job.tries += 1
        try:
            self.summary.folders[job.rut] = await self.gateway.folder(job)
        except KhipuError as exc:
            if exc.is_login or job.tries >= MAX_TRIES:
                log.error("%s: giving up after %d tries: %s", job.rut, job.tries, exc)
                self.summary.failed[job.rut] = exc.code
                return
            log.info("%s: %s, back into the queue", job.rut, exc)
            await asyncio.sleep(REQUEUE_PAUSE)
            self.queue.put_nowait(job)

    async def _work(self) -> None:
        while True:
            job = await self.queue.get()
            try:
                await self._attempt(job)
            finally:
                self.queue.task_done()

    async def run(self, jobs: Iterable[FolderJob]) -> Summary:
        for job in jobs:
            self.queue.put_nowait(job)
        async with asyncio.TaskGroup() as group:
            workers = [group.create_task(self._work()) for _ in range(WORKERS)]
            await self.queue.join()
            for worker in workers:
                worker.cancel()
        return self.summary
