from __future__ import annotations

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from .models import BankNode
from .synapse import SynapseError, sync_node

RELINK = ("401", "110")


@shared_task(bind=True, max_retries=6, rate_limit="30/m")
def sync(self, pk: int) -> None:
    node = BankNode.objects.get(pk=pk)
    try:
        body = sync_node(settings.SYNAPSE_URL, node.headers(), node.user_id, node.remote_id)
    except SynapseError as exc:
        node.last_error = f"{exc.http_code}/{exc.error_code}"
        node.needs_relink = (exc.http_code, exc.error_code) == RELINK
        node.save(update_fields=["last_error", "needs_relink"])
        if exc.under_maintenance:
            raise self.retry(exc=exc, countdown=30 * 60)
        if exc.throttled:
            raise self.retry(exc=exc, countdown=60 * 2**self.request.retries)
        raise
    node.balance = body["info"]["balance"]["amount"]
    node.synced_at = timezone.now()
    node.save(update_fields=["balance", "synced_at"])
