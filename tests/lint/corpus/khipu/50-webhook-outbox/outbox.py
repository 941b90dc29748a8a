"""Jobs waiting to be (re)submitted, in sqlite so a restart loses nothing."""
from __future__ import annotations

import json
import sqlite3
from datetime import datetime, timedelta, timezone
from typing import Any, Iterator

from messages import Advice, Problem

DELAY = {Advice.now: timedelta(0), Advice.later: timedelta(hours=4, minutes=5)}
MAX_TRIES = 4

SCHEMA = """
create table if not exists job (
    id integer primary key, operation text, body text not null, tries integer not null default 0,
    state text not null default 'ready', due text not null, code text, reason text, result text
)
"""


class Outbox:
    def __init__(self, path: str = ":memory:") -> None:
        self.db = sqlite3.connect(path, check_same_thread=False)
        self.db.row_factory = sqlite3.Row
        self.db.execute(SCHEMA)

    def add(self, body: dict[str, Any]) -> int:
        cur = self.db.execute("insert into job (body, due) values (?, ?)", (json.dumps(body), _iso()))
        self.db.commit()
        return cur.lastrowid

    def due(self) -> Iterator[sqlite3.Row]:
        rows = self.db.execute("select * from job where state = 'ready' and due <= ? order by due", (_iso(),))
        yield from rows.fetchall()

    def find(self, operation: str) -> sqlite3.Row | None:
        return self.db.execute("select * from job where operation = ?", (operation,)).fetchone()

    def sent(self, job: int, operation: str) -> None:
        self._set(job, state="sent", operation=operation)

    def done(self, job: int, data: Any) -> None:
        self._set(job, state="done", result=json.dumps(data), code=None, reason=None)

    def unreadable(self, job: int, text: str) -> None:
        self._set(job, state="dead", reason=text)

    def failed(self, job: int, problem: Problem) -> str:
        tries = self.db.execute("select tries from job where id = ?", (job,)).fetchone()["tries"] + 1
        delay = DELAY.get(problem.advice)
        if delay is None or tries >= MAX_TRIES:
            state, due = "dead", _iso()
        else:
            state, due = "ready", _iso(delay)
        self._set(job, state=state, due=due, tries=tries, code=problem.code, reason=problem.description)
        return state

    def _set(self, job: int, **columns: Any) -> None:
        names = ", ".join(f"{name} = ?" for name in columns)
        self.db.execute(f"update job set {names} where id = ?", (*columns.values(), job))
        self.db.commit()


def _iso(delta: timedelta = timedelta(0)) -> str:
    return (datetime.now(timezone.utc) + delta).isoformat()
