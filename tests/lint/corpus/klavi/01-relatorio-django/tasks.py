import requests
from celery import shared_task
from django.conf import settings
from django.utils import timezone

from customers.models import Customer
from klavi import KlaviClient, KlaviError


@shared_task(
    bind=True,
    autoretry_for=(requests.ConnectionError,),
    retry_backoff=10,
    max_retries=3,
)
def pull_report(self, customer_id: int) -> str:
    customer = Customer.objects.get(pk=customer_id)
    client = KlaviClient(settings.KLAVI_PARTNER_CODE, settings.KLAVI_PARTNER_TOKEN, settings.KLAVI_URL)
    try:
        report = client.report(customer.cpf)
    except KlaviError as exc:
        customer.klavi_state = "failed"
        customer.klavi_code = exc.code
        customer.klavi_message = exc.message
        customer.next_login_at = exc.next_login_at(timezone.now())
        customer.save()
        raise
    customer.klavi_state = "complete" if report.complete else "partial"
    customer.klavi_code = ",".join(report.warnings)
    customer.report = report.payload
    customer.save()
    return customer.klavi_state
