from __future__ import annotations

from celery import shared_task
from celery.utils.log import get_task_logger
from django.conf import settings

from failures import KhipuFailure
from policy import next_step
from service import TaxService
from tax.models import Taxpayer
from tax.signals import invoices_failed, invoices_loaded

logger = get_task_logger(__name__)


@shared_task(bind=True, max_retries=5, acks_late=True)
def load_invoices(self, taxpayer_id: int, month: str) -> int:
    taxpayer = Taxpayer.objects.get(pk=taxpayer_id)
    service = TaxService(settings.KHIPU_TOKEN, settings.KHIPU_ROOT)
    try:
        rows = service.invoices(taxpayer.rut, taxpayer.reveal(), month)
    except KhipuFailure as failure:
        step = next_step(failure)
        if step is None:
            invoices_failed.send(Taxpayer, taxpayer=taxpayer, code=failure.info.code, advice=failure.info.advice)
            raise
        logger.warning("taxpayer %s: %s; next in %.0f s", taxpayer_id, failure, step.countdown)
        raise self.retry(exc=failure, countdown=step.countdown, max_retries=step.at_most)
    invoices_loaded.send(Taxpayer, taxpayer=taxpayer, rows=rows)
    return len(rows)
