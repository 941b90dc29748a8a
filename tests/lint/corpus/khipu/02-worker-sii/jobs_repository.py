import json
import os
import sqlite3
from typing import Any, NamedTuple


class Job(NamedTuple):
    id: int
    rut: str
    password: str
    period: str


class JobsRepository:
    def __init__(self, path: str | None = None) -> None:
        self.db = sqlite3.connect(path or os.environ.get("JOBS_DB", "jobs.db"))

    def get(self, job_id: int) -> Job:
        row = self.db.execute("select id, rut, password, period from jobs where id = ?", (job_id,)).fetchone()
        if row is None:
            raise LookupError(f"no job {job_id}")
        return Job(*row)

    def note(self, job_id: int, code: str, advice: str, text: str) -> None:
        with self.db:
            self.db.execute(
                "insert into attempts (job_id, code, advice, text) values (?, ?, ?, ?)",
                (job_id, code, advice, text),
            )

    def fail(self, job_id: int, code: str) -> None:
        with self.db:
            self.db.execute("update jobs set state = 'failed', code = ? where id = ?", (code, job_id))

    def finish(self, job_id: int, data: dict[str, Any]) -> None:
        with self.db:
            self.db.execute("update jobs set state = 'done', data = ? where id = ?", (json.dumps(data), job_id))
