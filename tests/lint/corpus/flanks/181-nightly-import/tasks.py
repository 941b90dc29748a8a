from __future__ import annotations

from datetime import datetime, timedelta, timezone

from celery import Celery
from celery.schedules import crontab
from celery.utils.log import get_task_logger

import flanks_api
import store

log = get_task_logger(__name__)

app = Celery("imports", broker="memory://", backend="cache+memory://")
app.conf.beat_schedule = {"nightly": {"task": "tasks.import_all", "schedule": crontab(hour=2, minute=15)}}

REVIEW = timedelta(hours=48)


@app.task(bind=True, name="tasks.import_portfolios", max_retries=12)
def import_portfolios(self, token: str) -> int:
    try:
        rows = flanks_api.portfolios(token)
    except flanks_api.Processing as exc:
        raise self.retry(exc=exc, countdown=60)
    except flanks_api.BankDown as exc:
        log.warning("bank down for %s: %s", token[:6], exc)
        raise self.retry(exc=exc, countdown=45 * 60, max_retries=3)
    except flanks_api.SecurityChecks as exc:
        store.suspend(token, f"security checks ({exc.code})", datetime.now(timezone.utc) + REVIEW)
        raise
    except flanks_api.FlanksError as exc:
        store.suspend(token, f"HTTP {exc.status}, code {exc.code}")
        raise
    return store.save(token, rows)


@app.task(name="tasks.import_all", ignore_result=True)
def import_all() -> None:
    for token in store.due():
        import_portfolios.delay(token)
