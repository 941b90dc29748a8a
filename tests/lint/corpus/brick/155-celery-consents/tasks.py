"""Consent upkeep."""
from __future__ import annotations

import os

from celery import Celery
from celery.utils.log import get_task_logger

from brick_http import BrickHttp, BrickProblem
from repository import Consents, dead_letters
from retry_policy import MAX_RETRIES, countdown, is_transient

app = Celery("consents", broker=os.environ.get("BROKER_URL", "memory://"))
logger = get_task_logger(__name__)


def brick() -> BrickHttp:
    return BrickHttp(os.environ["BRICK_URL"], os.environ["BRICK_TOKEN"])


@app.task(bind=True, max_retries=MAX_RETRIES, acks_late=True)
def refresh_consent(self, consent_id: str) -> str:
    try:
        data = brick().consent(consent_id)
    except BrickProblem as exc:
        problem = exc.problem
        if is_transient(problem):
            logger.warning("consent %s: %s, attempt %d", consent_id, exc, self.request.retries + 1)
            raise self.retry(exc=exc, countdown=countdown(self.request.retries))
        dead_letters.add("refresh_consent", consent_id, problem.status, problem.code, problem.detail)
        raise
    Consents.update(consent_id, status=data["status"], expires=data.get("expirationDateTime"))
    return data["status"]


@app.task
def sweep() -> int:
    ids = Consents.ids_to_refresh()
    for consent_id in ids:
        refresh_consent.delay(consent_id)
    return len(ids)
