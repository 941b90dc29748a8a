"""Connection states in SQLite. A failed one is stored as `failed:<http status>:<error_code>`."""
from __future__ import annotations

import sqlite3
from contextlib import closing


class Store:
    def __init__(self, path: str = ":memory:") -> None:
        self.db = sqlite3.connect(path)
        self.db.execute("create table if not exists connection (token text primary key, state text, last_error int)")

    def set_state(self, token: str, state: str, last_error: int | None = None) -> None:
        with self.db:
            self.db.execute(
                "insert into connection values (?, ?, ?) on conflict (token) do update"
                " set state = excluded.state, last_error = excluded.last_error",
                (token, state, last_error),
            )

    def state(self, token: str) -> str:
        with closing(self.db.execute("select state from connection where token = ?", (token,))) as rows:
            row = rows.fetchone()
        return row[0] if row else "new"


def failure(state: str) -> tuple[int, int | None] | None:
    """(http status, error_code) of a failed connection."""
    kind, _, rest = state.partition(":")
    if kind != "failed":
        return None
    status, _, code = rest.partition(":")
    return int(status), int(code) if code else None
