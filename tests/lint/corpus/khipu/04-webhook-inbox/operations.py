from __future__ import annotations

import json
import sqlite3
from datetime import datetime, timedelta, timezone
from typing import Any

SCHEMA = """
create table if not exists operation (
    id text primary key, state text not null default 'waiting',
    result text, reason text, run_at text
)
"""


class Operations:
    def __init__(self, path: str) -> None:
        self.db = sqlite3.connect(path, check_same_thread=False)
        self.db.execute(SCHEMA)

    def find(self, op_id: str) -> str | None:
        row = self.db.execute("select id from operation where id = ?", (op_id,)).fetchone()
        return row and row[0]

    def _set(self, op: str, **values: Any) -> None:
        columns = ", ".join(f"{name} = ?" for name in values)
        with self.db:
            self.db.execute(f"update operation set {columns} where id = ?", (*values.values(), op))

    def finish(self, op: str, data: Any) -> None:
        self._set(op, state="done", result=json.dumps(data))

    def fail(self, op: str, state: str, error: dict[str, str]) -> None:
        self._set(op, state=state, reason=json.dumps(error))

    def resend(self, op: str, after: timedelta) -> None:
        moment = datetime.now(timezone.utc) + after
        self._set(op, state="queued", run_at=moment.isoformat())

    def count(self, state: str) -> int:
        return self.db.execute("select count(*) from operation where state = ?", (state,)).fetchone()[0]
