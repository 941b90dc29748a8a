"""Celery jobs of the factoring product."""
from __future__ import annotations

from celery import shared_task

from . import gateway, vault
from .models import InvoiceImport

COUNTDOWNS = {
    "RETRY_IMMEDIATELY": (10, 3),
    "WAIT_4_HOURS_BEFORE_RETRY": (4 * 60 * 60 + 60, 5),
}


@shared_task(bind=True, max_retries=5)
def import_invoices(self, import_id: int) -> None:
    run = InvoiceImport.objects.get(pk=import_id)
    try:
        data = gateway.post(vault.token(), "/v1/cl/services/sii.cl/invoices", run.request_body())
    except gateway.KhipuFailure as failure:
        error = failure.error
        run.note(f"{error.code}:{error.type}")
        countdown, limit = COUNTDOWNS.get(error.type, (0, 0))
        if self.request.retries >= limit:
            run.close(error.code, error.description)
            raise
        raise self.retry(exc=failure, countdown=countdown, max_retries=limit) from failure
    run.complete(data["Invoices"])
