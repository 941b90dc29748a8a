from __future__ import annotations

import os

from celery.utils.log import get_task_logger

from celery_app import app
from khipu import KhipuApi, Rejected, Transient, UnderRepair
from vault import read_secret
from warehouse import mark_refused, store_ledger

logger = get_task_logger(__name__)
FOUR_HOURS = 4 * 60 * 60


def api() -> KhipuApi:
    return KhipuApi(os.environ["KHIPU_TOKEN"])


@app.task(bind=True, max_retries=4)
def pull_sales(self, rut: str, period: str) -> int:
    try:
        data = api().sales(rut, read_secret(rut), period)
    except UnderRepair as exc:
        raise self.retry(exc=exc, countdown=FOUR_HOURS)
    except Transient as exc:
        raise self.retry(exc=exc, countdown=10 * (self.request.retries + 1))
    except Rejected as exc:
        mark_refused(rut, "sales", period, exc.code, exc.description)
        raise
    return store_ledger(rut, "sales", period, data["Documents"])


@app.task(
    bind=True,
    autoretry_for=(Transient,),
    retry_backoff=20,
    retry_backoff_max=600,
    max_retries=6,
)
def pull_purchases(self, rut: str, period: str) -> int:
    try:
        data = api().purchases(rut, read_secret(rut), period)
    except Rejected as exc:
        mark_refused(rut, "purchases", period, exc.code, exc.description)
        raise
    return store_ledger(rut, "purchases", period, data["Documents"])


@app.task
def pull_month(ruts: list[str], period: str) -> None:
    for rut in ruts:
        logger.info("queueing %s for %s", rut, period)
        pull_sales.delay(rut, period)
        pull_purchases.delay(rut, period)
