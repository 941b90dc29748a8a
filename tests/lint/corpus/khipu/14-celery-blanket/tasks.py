from __future__ import annotations

from celery import shared_task
from django.conf import settings

from .base import ImportTask
from .client import read
from .models import Company


@shared_task(base=ImportTask)
def import_invoices(company_id: int, period: str) -> int:
    company = Company.objects.get(pk=company_id)
    data = read(
        settings.KHIPU_TOKEN,
        "sii.cl/invoices",
        {"Username": company.rut, "Password": company.sii_password, "Period": period},
    )
    return company.save_invoices(data["Invoices"])


@shared_task
def import_all(period: str) -> None:
    for pk in Company.objects.values_list("pk", flat=True):
        import_invoices.delay(pk, period)
