from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta, timezone


class StatementJobs:
    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def again(self, operation_id: str, delay: timedelta = timedelta(0)) -> None:
        start = datetime.now(timezone.utc) + delay
        with self.db:
            self.db.execute(
                "UPDATE statement_job SET state = 'waiting', not_before = ? WHERE operation_id = ?",
                (start.isoformat(), operation_id),
            )

    def done(self, operation_id: str, movements: int) -> None:
        with self.db:
            self.db.execute(
                "UPDATE statement_job SET state = 'done', movements = ? WHERE operation_id = ?",
                (movements, operation_id),
            )

    def failed(self, operation_id: str, code: str, text: str) -> None:
        with self.db:
            self.db.execute(
                "UPDATE statement_job SET state = 'failed', code = ?, reason = ? WHERE operation_id = ?",
                (code, text, operation_id),
            )
