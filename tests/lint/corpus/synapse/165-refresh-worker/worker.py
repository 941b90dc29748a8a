"""Nightly refresh of linked accounts."""
from __future__ import annotations

import asyncio
import enum
import logging
import sqlite3
from collections.abc import Collection
from typing import Generic, NamedTuple, TypeVar

import httpx

from settings import WorkerSettings
from synapse_http import RefreshFailed, Reply, SynapseHttp

log = logging.getLogger("refresh.worker")
S = TypeVar("S", bound=enum.StrEnum)


class NodeState(enum.StrEnum):
    FRESH = "fresh"
    PENDING = "pending"
    RELINK = "relink"
    UNSUPPORTED = "unsupported"
    STALE = "stale"


class Task(NamedTuple):
    user: str
    node: str
    postponed: int = 0


class StateRepository(Generic[S]):
    def __init__(self, path: str, kind: type[S]) -> None:
        self._db = sqlite3.connect(path)
        self._kind = kind
        self._db.execute("create table if not exists state (node primary key, value, note)")

    def set(self, node: str, value: S, note: str) -> None:
        with self._db:
            self._db.execute("insert or replace into state values (?, ?, ?)", (node, value.value, note))

    def get(self, node: str) -> S | None:
        row = self._db.execute("select value from state where node = ?", (node,)).fetchone()
        return self._kind(row[0]) if row else None


class RefreshWorker:
    def __init__(self, settings: WorkerSettings, database: str = ":memory:") -> None:
        self.settings = settings
        self.http = SynapseHttp(settings)
        self.states: StateRepository[NodeState] = StateRepository(database, NodeState)
        self.failures: list[Exception] = []

    async def run(self, nodes: Collection[tuple[str, str]]) -> dict[str, NodeState | None]:
        queue: asyncio.Queue[Task] = asyncio.Queue()
        for user, node in nodes:
            if self.states.get(node) not in (NodeState.RELINK, NodeState.UNSUPPORTED):
                queue.put_nowait(Task(user, node))
        pool = [asyncio.create_task(self._consume(queue)) for _ in range(self.settings.parallel)]
        await queue.join()
        for worker in pool:
            worker.cancel()
        await asyncio.gather(*pool, return_exceptions=True)
        if self.failures:
            raise ExceptionGroup("refresh run", self.failures)
        return {node: self.states.get(node) for _, node in nodes}

    async def _consume(self, queue: asyncio.Queue[Task]) -> None:
        while True:
            task = await queue.get()
            try:
                again = await self._one(task)
                if again is not None:
                    await asyncio.sleep(self.settings.later.total_seconds())
                    queue.put_nowait(again)
            except (RefreshFailed, httpx.HTTPError, ValueError) as failure:
                log.error("%s", failure)
                self.failures.append(failure)
            finally:
                queue.task_done()

    async def _one(self, task: Task) -> Task | None:
        reply = await self.http.refresh(task.user, task.node)
        if not self.settings.pair_policy and reply.error_code not in ("0", "10"):
            raise RefreshFailed(task.node, reply)
        match reply.pair:
            case ("202", _) | (_, "10"):
                self.states.set(task.node, NodeState.PENDING, reply.message)
            case (_, "0"):
                self.states.set(task.node, NodeState.FRESH, "")
            case ("503", "503") if task.postponed < self.settings.max_postponements:
                return task._replace(postponed=task.postponed + 1)
            case ("401", "110"):
                self._park(task, NodeState.RELINK, reply)
            case ("400", "410"):
                self._park(task, NodeState.UNSUPPORTED, reply)
            case _:
                self._park(task, NodeState.STALE, reply)
        return None

    def _park(self, task: Task, state: NodeState, reply: Reply) -> None:
        self.states.set(task.node, state, f"{reply.http_code}/{reply.error_code} {reply.message}")
        raise RefreshFailed(task.node, reply)
