from __future__ import annotations

import json
import sqlite3
from datetime import datetime

from klavi_client import Report

SCHEMA = """
CREATE TABLE IF NOT EXISTS report_job (
    trace_id   TEXT PRIMARY KEY,
    state      TEXT NOT NULL DEFAULT 'queued',
    run_after  TEXT NOT NULL,
    last_code  INTEGER,
    last_error TEXT,
    payload    TEXT
);
"""


class ReportRepository:
    def __init__(self, path: str) -> None:
        self._db = sqlite3.connect(path)
        self._db.executescript(SCHEMA)

    def due(self, now: datetime, limit: int) -> list[str]:
        rows = self._db.execute(
            "SELECT trace_id FROM report_job WHERE state = 'queued' AND run_after <= ? "
            "ORDER BY run_after LIMIT ?",
            (now.isoformat(), limit),
        )
        return [row[0] for row in rows]

    def complete(self, report: Report) -> None:
        payload = json.dumps({"accounts": report.accounts, "transactions": report.transactions})
        with self._db:
            self._db.execute(
                "UPDATE report_job SET state = 'complete', payload = ?, last_code = NULL WHERE trace_id = ?",
                (payload, report.trace_id),
            )

    def requeue(self, trace_id: str, run_after: datetime, code: int) -> None:
        with self._db:
            self._db.execute(
                "UPDATE report_job SET run_after = ?, last_code = ? WHERE trace_id = ?",
                (run_after.isoformat(), code, trace_id),
            )

    def fail(self, trace_id: str, code: int | None, error: str) -> None:
        with self._db:
            self._db.execute(
                "UPDATE report_job SET state = 'failed', last_code = ?, last_error = ? WHERE trace_id = ?",
                (code, error, trace_id),
            )
