from __future__ import annotations

import httpx
from celery import shared_task
from celery.utils.log import get_task_logger
from django.conf import settings

from .brick_client import BrickClient
from .models import Account

logger = get_task_logger(__name__)


@shared_task(
    bind=True,
    autoretry_for=(httpx.HTTPError,),
    max_retries=5,
    retry_backoff=3,
    retry_backoff_max=48,
    retry_jitter=True,
)
def update_balance(self, account_pk: int) -> None:
    account = Account.objects.get(pk=account_pk)
    client = BrickClient(settings.BRICK_URL, settings.BRICK_TOKEN)
    data = client.balances(account.remote_id, account.consent_id)
    account.set_balance(data["availableAmount"], data["currency"])
    logger.info("balance of %s updated on try %d", account_pk, self.request.retries + 1)
