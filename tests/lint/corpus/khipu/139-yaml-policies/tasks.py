"""Harvest of bank statements."""
from __future__ import annotations

from typing import Any

from celery.utils.log import get_task_logger

import storage
from celery_app import app
from khipu_gateway import OperationFailed, run
from policy import table

logger = get_task_logger(__name__)


@app.task(bind=True, max_retries=None)
def harvest(self, connection_id: int, month: str) -> dict[str, Any]:
    connection = storage.connection(connection_id)
    payload = {"Username": connection.username, "Password": connection.password, "Month": month}
    try:
        data = run(storage.khipu_token(), f"banks/{connection.bank}/statement", payload)
    except OperationFailed as failure:
        return dispose(self, connection, failure)
    storage.save_statement(connection_id, month, data)
    return {"connection": connection_id, "month": month, "state": "harvested"}


def dispose(task: Any, connection: Any, failure: OperationFailed) -> dict[str, Any]:
    """Requeues, or closes the job with the code on record."""
    step = table().step(failure.code, failure.advice)
    retries = task.request.retries
    if step.action == "requeue" and retries < step.limit:
        logger.info("%s: run %d in %d s", failure, retries + 2, step.countdown)
        raise task.retry(exc=failure, countdown=step.countdown, max_retries=step.limit)
    storage.close_job(connection.id, code=failure.code, advice=failure.advice, text=failure.description)
    if table().concerns_customer(failure.code):
        storage.notify(connection.id, failure.code)
    return {"connection": connection.id, "state": "failed", "code": failure.code, "advice": failure.advice}


@app.task
def harvest_all() -> int:
    jobs = storage.due_jobs()
    for connection_id, month in jobs:
        harvest.delay(connection_id, month)
    return len(jobs)
