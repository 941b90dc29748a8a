"""The table of connections still to be made. One row a job; the row is the only memory we have."""
from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

SCHEMA = """
CREATE TABLE IF NOT EXISTS job (
    id INTEGER PRIMARY KEY,
    institution TEXT NOT NULL,
    login TEXT NOT NULL,
    secret_ref TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open',
    code INTEGER,
    note TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    not_before TEXT NOT NULL
)
"""


@dataclass(frozen=True)
class Job:
    id: int
    institution: str
    login: str
    secret_ref: str
    state: str
    code: int | None
    note: str | None
    attempts: int
    not_before: str


class Outbox:
    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        with db:
            db.execute(SCHEMA)

    def put(self, institution: str, login: str, secret_ref: str, when: datetime) -> int:
        with self.db:
            cursor = self.db.execute(
                "INSERT INTO job (institution, login, secret_ref, not_before) VALUES (?, ?, ?, ?)",
                (institution, login, secret_ref, when.isoformat()),
            )
        return cursor.lastrowid

    def due(self, now: datetime) -> list[Job]:
        rows = self.db.execute(
            "SELECT * FROM job WHERE state = 'open' AND not_before <= ? ORDER BY not_before", (now.isoformat(),)
        )
        return [Job(*row) for row in rows.fetchall()]

    def get(self, job_id: int) -> Job:
        return Job(*self.db.execute("SELECT * FROM job WHERE id = ?", (job_id,)).fetchone())

    def close(self, job_id: int, state: str, code: int | None, note: str) -> None:
        with self.db:
            self.db.execute(
                "UPDATE job SET state = ?, code = ?, note = ?, attempts = attempts + 1 WHERE id = ?",
                (state, code, note, job_id),
            )

    def postpone(self, job_id: int, until: datetime, code: int | None, note: str) -> None:
        with self.db:
            self.db.execute(
                "UPDATE job SET not_before = ?, code = ?, note = ?, attempts = attempts + 1 WHERE id = ?",
                (until.isoformat(), code, note, job_id),
            )
