from __future__ import annotations

from celery import shared_task
from celery.utils.log import get_task_logger

from accounts.models import Connection
from django.conf import settings

from flanks_api import FlanksError, post
from policy import countdown_for

logger = get_task_logger(__name__)


@shared_task(bind=True, max_retries=4, acks_late=True)
def sync_connection(self, connection_id: int) -> int:
    connection = Connection.objects.get(pk=connection_id)
    try:
        body = post("/v0/bank/account", settings.FLANKS_TOKEN, {"credentials_token": connection.token})
    except FlanksError as exc:
        countdown = countdown_for(exc.code)
        connection.note_error(status=exc.status, code=exc.code)
        if countdown is None:
            logger.error("connection %s: %s", connection_id, exc)
            raise
        raise self.retry(exc=exc, countdown=countdown)
    return connection.store(body["accounts"])
