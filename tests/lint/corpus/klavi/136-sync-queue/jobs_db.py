"""Job table of the sync service. One worker per table, so no locking beyond SQLite's."""
from __future__ import annotations

import json
import sqlite3
import time
from dataclasses import dataclass
from typing import Any

SCHEMA = """
CREATE TABLE IF NOT EXISTS jobs (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'queued',
    attempts INTEGER NOT NULL DEFAULT 0,
    run_at REAL NOT NULL,
    code INTEGER,
    outcome TEXT
)
"""


@dataclass(frozen=True)
class Job:
    id: int
    kind: str
    payload: dict[str, Any]
    attempts: int
    run_at: float


class JobTable:
    def __init__(self, path: str = ":memory:") -> None:
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.execute(SCHEMA)

    def add(self, kind: str, **payload: Any) -> int:
        cursor = self.db.execute(
            "INSERT INTO jobs (kind, payload, run_at) VALUES (?, ?, ?)", (kind, json.dumps(payload), time.time())
        )
        return int(cursor.lastrowid or 0)

    def head(self) -> Job | None:
        """The queued job that is due first, be it now or tomorrow."""
        row = self.db.execute(
            "SELECT id, kind, payload, attempts, run_at FROM jobs WHERE state = 'queued' ORDER BY run_at, id LIMIT 1"
        ).fetchone()
        return Job(row[0], row[1], json.loads(row[2]), row[3], row[4]) if row else None

    def postpone(self, job: Job, seconds: float) -> None:
        self.db.execute(
            "UPDATE jobs SET attempts = attempts + 1, run_at = ? WHERE id = ?", (time.time() + seconds, job.id)
        )

    def fail(self, job: Job, code: int | None, why: str) -> None:
        self.db.execute("UPDATE jobs SET state = 'failed', code = ?, outcome = ? WHERE id = ?", (code, why, job.id))

    def done(self, job: Job, outcome: Any) -> None:
        self.db.execute("UPDATE jobs SET state = 'done', outcome = ? WHERE id = ?", (json.dumps(outcome), job.id))

    def look(self, job_id: int) -> dict[str, Any]:
        row = self.db.execute("SELECT kind, state, code, outcome FROM jobs WHERE id = ?", (job_id,)).fetchone()
        return dict(zip(("kind", "state", "code", "outcome"), row))
