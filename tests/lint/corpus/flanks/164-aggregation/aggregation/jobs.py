from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
import time
from typing import Any, Generic, TypeVar

from .gateway import FlanksGateway
from .problems import PROCESSING, SCA_ERROR, FlanksProblem

log = logging.getLogger("aggregation.jobs")
D = TypeVar("D")
REVIEW = 48 * 3600


class Held(Exception):
    def __init__(self, until: float) -> None:
        super().__init__(f"security checks, held until {until:.0f}")
        self.until = until


class DocRepository(Generic[D]):
    def __init__(self, db: sqlite3.Connection, name: str) -> None:
        self._db, self._name = db, name
        db.execute(f"create table if not exists {name} (k text primary key, v text)")

    def load(self, key: str) -> D | None:
        row = self._db.execute(f"select v from {self._name} where k = ?", (key,)).fetchone()
        return None if row is None else json.loads(row[0])

    def store(self, key: str, doc: D) -> None:
        with self._db:
            self._db.execute(f"insert or replace into {self._name} values (?, ?)", (key, json.dumps(doc)))


class AccountsJob:
    def __init__(self, gateway: FlanksGateway, database: str = ":memory:", poll: float = 20, polls: int = 30) -> None:
        db = sqlite3.connect(database)
        self.gateway = gateway
        self.held: DocRepository[float] = DocRepository(db, "held")
        self.accounts: DocRepository[list[dict[str, Any]]] = DocRepository(db, "accounts")
        self.poll, self.polls = poll, polls

    async def onboard(self, code: str) -> str:
        async with self.gateway as flanks:
            grant = await flanks.exchange(code)
        if grant.under_review:
            self.held.store(grant.credentials_token, time.time() + REVIEW)
        return grant.credentials_token

    async def run(self, token: str) -> list[dict[str, Any]]:
        until = self.held.load(token)
        if until is not None and time.time() < until:
            raise Held(until)
        async with self.gateway as flanks:
            try:
                rows = await flanks.accounts(token)
            except FlanksProblem as problem:
                log.warning("%s", problem)
                if problem.code == SCA_ERROR:
                    until = time.time() + REVIEW
                    self.held.store(token, until)
                    raise Held(until) from problem
                if problem.code != PROCESSING:
                    raise
                await self._extracted(flanks, token, problem)
                rows = await flanks.accounts(token)
        self.accounts.store(token, rows)
        return rows

    async def _extracted(self, flanks: FlanksGateway, token: str, problem: FlanksProblem) -> None:
        for _ in range(self.polls):
            await asyncio.sleep(self.poll)
            status = await flanks.status(token)
            if status.get("errored") or not status.get("pending"):
                return
        raise problem
