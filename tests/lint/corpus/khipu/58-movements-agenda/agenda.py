"""Which accounts have to be read, and not before when."""
from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import NamedTuple

_SCHEMA = """
CREATE TABLE IF NOT EXISTS agenda (
    account_id INTEGER PRIMARY KEY,
    bank TEXT NOT NULL,
    rut TEXT NOT NULL,
    not_before TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting',
    reason TEXT
)
"""


class Entry(NamedTuple):
    account_id: int
    bank: str
    rut: str


class Agenda:
    def __init__(self, path: str) -> None:
        self._db = sqlite3.connect(path)
        self._db.execute(_SCHEMA)

    def due(self, now: datetime) -> list[Entry]:
        rows = self._db.execute(
            "SELECT account_id, bank, rut FROM agenda WHERE state = 'waiting' AND not_before <= ?",
            (now.isoformat(),),
        )
        return [Entry(*row) for row in rows]

    def postpone(self, entry: Entry, until: datetime, reason: str) -> None:
        self._update(entry, "waiting", until.isoformat(), reason)

    def close(self, entry: Entry, state: str, now: datetime, reason: str | None = None) -> None:
        self._update(entry, state, now.isoformat(), reason)

    def _update(self, entry: Entry, state: str, not_before: str, reason: str | None) -> None:
        with self._db:
            self._db.execute(
                "UPDATE agenda SET state = ?, not_before = ?, reason = ? WHERE account_id = ?",
                (state, not_before, reason, entry.account_id),
            )
