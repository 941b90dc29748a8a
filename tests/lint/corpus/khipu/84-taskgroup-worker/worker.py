"""Long-lived worker: collects the statements of many companies at once."""
from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Self, TypeAlias

import aiohttp

Json: TypeAlias = dict[str, Any]
Advice: TypeAlias = Literal["DO_NOT_RETRY", "RETRY_IMMEDIATELY", "WAIT_4_HOURS_BEFORE_RETRY"]

REPAIR_WINDOW = 4 * 60 * 60 + 60  # four hours and a minute to spare


@dataclass(frozen=True, slots=True)
class Job:
    path: str
    payload: Json


@dataclass(frozen=True, slots=True)
class Done:
    job: Job
    data: Any


@dataclass(frozen=True, slots=True)
class Nothing:
    job: Job
    code: str
    why: str


@dataclass(frozen=True, slots=True)
class Failed:
    job: Job
    code: str
    advice: str
    why: str


Outcome: TypeAlias = Done | Nothing | Failed


class BadReply(RuntimeError):
    pass


@dataclass(slots=True)
class Budget:
    """How often each piece of advice may still be followed."""

    immediately: int = 2
    waiting: int = 1

    def take(self, advice: Advice | str) -> float | None:
        match advice:
            case "RETRY_IMMEDIATELY" if self.immediately > 0:
                self.immediately -= 1
                return 0.5
            case "WAIT_4_HOURS_BEFORE_RETRY" if self.waiting > 0:
                self.waiting -= 1
                return REPAIR_WINDOW
            case _:
                return None


class Worker:
    def __init__(self, key: str, base_url: str = "https://api.khipu.com", parallel: int = 8) -> None:
        self._key = key
        self._base_url = base_url
        self._slots = asyncio.Semaphore(parallel)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            headers={"Authorization": f"Bearer {self._key}"},
            timeout=aiohttp.ClientTimeout(total=150),
        )
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        if self._session is not None:
            await self._session.close()

    async def _post(self, job: Job) -> Json:
        assert self._session is not None
        async with self._slots, self._session.post(self._base_url + job.path, json=job.payload) as resp:
            reply = await resp.json(content_type=None)
            if not isinstance(reply, dict):
                raise BadReply(f"HTTP {resp.status} for {job.path}")
            return reply

    async def run(self, job: Job) -> Outcome:
        budget = Budget()
        while True:
            match await self._post(job):
                case {"Status": "OK", "Data": data}:
                    return Done(job, data)
                case {"Error": {"Code": str(code), "Type": str(advice), "Description": str(why)}}:
                    pause = budget.take(advice)
                    if pause is not None:
                        await asyncio.sleep(pause)
                        continue
                    if code[:2] == "E3":
                        return Nothing(job, code, why)
                    return Failed(job, code, advice, why)
                case other:
                    raise BadReply(repr(other)[:300])

    async def run_all(self, jobs: Sequence[Job]) -> list[Outcome]:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self.run(job), name=job.path) for job in jobs]
        return [task.result() for task in tasks]


@contextlib.asynccontextmanager
async def working(key: str, base_url: str) -> AsyncIterator[Worker]:
    async with Worker(key, base_url) as worker:
        yield worker
