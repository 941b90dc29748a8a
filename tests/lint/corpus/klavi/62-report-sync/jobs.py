"""Cron entry point: runs every five minutes and works off what is due."""
from __future__ import annotations

import logging
from datetime import datetime, timedelta, timezone

from klavi_client import KlaviClient, KlaviError, KlaviTransportError
from repository import ReportRepository
from settings import Settings

log = logging.getLogger(__name__)

BANK_SECURITY_HOLD = 414
REGISTRATION_PENDING = 415

COOLDOWN = {
    BANK_SECURITY_HOLD: timedelta(hours=24),
    REGISTRATION_PENDING: timedelta(minutes=15),
}


class ReportJob:
    def __init__(self, client: KlaviClient, repo: ReportRepository) -> None:
        self.client = client
        self.repo = repo

    def run(self, trace_id: str, now: datetime) -> None:
        try:
            report = self.client.fetch_report(trace_id)
        except KlaviTransportError as exc:
            self.repo.fail(trace_id, None, str(exc))
            return
        except KlaviError as exc:
            wait = COOLDOWN.get(exc.code)
            if wait is not None:
                log.info("report %s put back for %s (code %s)", trace_id, wait, exc.code)
                self.repo.requeue(trace_id, now + wait, exc.code)
            else:
                self.repo.fail(trace_id, exc.code, exc.message)
            return
        self.repo.complete(report)


def main() -> None:
    settings = Settings.from_env()
    repo = ReportRepository(settings.database)
    job = ReportJob(KlaviClient(settings), repo)
    now = datetime.now(timezone.utc)
    for trace_id in repo.due(now, settings.batch_size):
        job.run(trace_id, now)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    main()
