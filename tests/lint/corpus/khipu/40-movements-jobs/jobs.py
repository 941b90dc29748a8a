"""Nightly pull of bank movements, driven by APScheduler."""
from __future__ import annotations

import logging
from datetime import datetime, timedelta, timezone

from apscheduler.schedulers.background import BackgroundScheduler

from khipu_client import KhipuClient
from khipu_errors import KhipuError, UnderRepair

log = logging.getLogger(__name__)
scheduler = BackgroundScheduler(timezone="UTC")
PAUSE = timedelta(hours=4, minutes=5)


class MovementsJob:
    def __init__(self, client: KhipuClient, vault, ledger) -> None:
        self.client = client
        self.vault = vault
        self.ledger = ledger

    def run(self, account_id: int, month: str | None = None) -> None:
        if self.ledger.held(account_id, now=datetime.now(timezone.utc)):
            return
        month = month or f"{datetime.now():%Y-%m}"
        rut, password = self.vault.read(account_id)
        try:
            rows = self.client.movements(rut, password, month)
        except UnderRepair as exc:
            when = datetime.now(timezone.utc) + PAUSE
            log.info("account %s: %s, next run at %s", account_id, exc, when.isoformat())
            self.ledger.hold(account_id, until=when)
            scheduler.add_job(
                self.run, "date", run_date=when, args=(account_id, month),
                id=f"movements-{account_id}-{month}", replace_existing=True,
            )
        except KhipuError as exc:
            if exc.our_token:
                raise
            state = "empty" if exc.no_data else "needs-attention"
            log.warning("account %s: %s (%s)", account_id, exc, exc.operation_id)
            self.ledger.close_month(account_id, month, state=state, code=exc.code, detail=exc.description)
        else:
            self.ledger.store(account_id, month, rows)


def schedule(job: MovementsJob, accounts: list[int]) -> None:
    for account_id in accounts:
        scheduler.add_job(
            job.run, "cron", hour=2, jitter=1800, misfire_grace_time=3600,
            args=(account_id,), id=f"nightly-{account_id}",
        )
