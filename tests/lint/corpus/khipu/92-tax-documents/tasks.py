from __future__ import annotations

import os

from celery import Celery, Task

from khipu_gateway import KhipuGateway, UnderRepair
from tax_documents import Invoice, TaxDocumentsService

app = Celery("tax", broker=os.environ.get("BROKER_URL", "memory://"))

ONE_HOUR = 60 * 60


class InvoiceStore:
    def replace(self, rut: str, month: str, invoices: list[Invoice]) -> None:
        app.backend.set(f"invoices:{rut}:{month}", repr(invoices))


@app.task(bind=True, max_retries=8)
def import_month(self: Task, rut: str, password: str, month: str) -> int:
    service = TaxDocumentsService(KhipuGateway(os.environ["KHIPU_TOKEN"]))
    try:
        invoices = service.received(rut, password, month)
    except UnderRepair as exc:
        raise self.retry(exc=exc, countdown=ONE_HOUR)
    InvoiceStore().replace(rut, month, invoices)
    return len(invoices)
