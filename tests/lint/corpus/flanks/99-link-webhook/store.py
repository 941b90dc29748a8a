from __future__ import annotations

import sqlite3

from flanks_api import Grant


class Store:
    def __init__(self, path: str = "grants.db"):
        self.path = path

    def _db(self) -> sqlite3.Connection:
        db = sqlite3.connect(self.path)
        db.execute("create table if not exists grants (client text primary key, token text, usable_from text)")
        return db

    def save(self, client: str, grant: Grant) -> None:
        usable_from = grant.usable_from.isoformat() if grant.usable_from else None
        with self._db() as db:
            db.execute("insert or replace into grants values (?, ?, ?)", (client, grant.token, usable_from))

    def forget(self, client: str) -> None:
        with self._db() as db:
            db.execute("delete from grants where client = ?", (client,))
