"""Celery jobs. Waits are those of Klavi's table of codes."""
from __future__ import annotations

from datetime import timedelta

import requests
from celery import Task, shared_task
from django.conf import settings

from .klavi_client import KlaviRefused, post
from .models import Connection

WAITS = {
    406: timedelta(days=1),
    414: timedelta(days=1),
    415: timedelta(minutes=30),
}


class NetworkRetryTask(Task):
    """Repeats when the network failed, never because of an answer."""

    autoretry_for = (requests.ConnectionError,)
    retry_backoff = 10
    max_retries = 4


@shared_task(bind=True, base=NetworkRetryTask)
def open_connection(self, connection_id: int) -> None:
    connection = Connection.objects.get(pk=connection_id)
    try:
        envelope = post(
            settings.KLAVI_URL, settings.KLAVI_TOKEN, "/open-data/v1/connections", connection.credentials()
        )
    except KlaviRefused as exc:
        wait = WAITS.get(exc.code)
        if wait is not None and self.request.retries < 2:
            raise self.retry(exc=exc, countdown=wait.total_seconds(), max_retries=2)
        connection.fail(exc.code, exc.envelope.message)
        raise
    connection.succeed(envelope.data)
