"""Pulls last month's movements of every linked account; run by the scheduler each five minutes."""
from __future__ import annotations

import logging
import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from decimal import Decimal

from khipu_client import Advice, KhipuClient, KhipuError

logger = logging.getLogger(__name__)

_SCHEMA = """
CREATE TABLE IF NOT EXISTS sync_job (
    account TEXT PRIMARY KEY, month TEXT NOT NULL, run_at TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'due', error_code TEXT, error_text TEXT
);
CREATE TABLE IF NOT EXISTS movement (account TEXT, posted TEXT, amount TEXT, memo TEXT);
"""


@dataclass(frozen=True)
class Job:
    account: str
    month: str


class SyncRepository:
    def __init__(self, path: str = ":memory:") -> None:
        self._db = sqlite3.connect(path)
        self._db.executescript(_SCHEMA)

    def add(self, job: Job, run_at: datetime) -> None:
        self._db.execute("INSERT OR REPLACE INTO sync_job (account, month, run_at) VALUES (?, ?, ?)",
                         (job.account, job.month, run_at.isoformat()))

    def due(self, now: datetime) -> list[Job]:
        rows = self._db.execute("SELECT account, month FROM sync_job WHERE state = 'due' AND run_at <= ?",
                                (now.isoformat(),))
        return [Job(*row) for row in rows]

    def postpone(self, job: Job, run_at: datetime, exc: KhipuError) -> None:
        self._db.execute("UPDATE sync_job SET run_at = ?, error_code = ?, error_text = ? WHERE account = ?",
                         (run_at.isoformat(), exc.code, exc.description, job.account))

    def close(self, job: Job, state: str, exc: KhipuError | None = None) -> None:
        self._db.execute("UPDATE sync_job SET state = ?, error_code = ?, error_text = ? WHERE account = ?",
                         (state, exc and exc.code, exc and exc.description, job.account))

    def store(self, job: Job, movements: list[dict]) -> None:
        self._db.executemany(
            "INSERT INTO movement VALUES (?, ?, ?, ?)",
            [(job.account, m["Date"], str(Decimal(str(m["Amount"]))), m.get("Description", "")) for m in movements],
        )


class MovementsSync:
    def __init__(self, client: KhipuClient, repository: SyncRepository) -> None:
        self._client = client
        self._repository = repository

    def run_due(self) -> dict[str, str]:
        now = datetime.now(timezone.utc)
        return {job.account: self._run(job, now) for job in self._repository.due(now)}

    def _run(self, job: Job, now: datetime) -> str:
        try:
            data = self._client.call("/v1/cl/banks/movements", {"Account": job.account, "Month": job.month})
        except KhipuError as exc:
            return self._settle(job, exc, now)
        self._repository.store(job, data.get("Movements", []))
        self._repository.close(job, "done")
        return "done"

    def _settle(self, job: Job, exc: KhipuError, now: datetime) -> str:
        logger.warning("account %s, operation %s: %s", job.account, exc.operation_id, exc)
        if exc.advice == Advice.IN_FOUR_HOURS:
            self._repository.postpone(job, now + timedelta(minutes=245), exc)
            return f"postponed:{exc.code}"
        if exc.advice == Advice.NEVER and "E300" <= exc.code <= "E399":
            self._repository.close(job, "no_data", exc)
            return f"no_data:{exc.code}"
        self._repository.close(job, "failed", exc)
        return f"failed:{exc.code}"
