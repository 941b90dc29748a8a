"""Queue `payments`: one task per Pix."""
from __future__ import annotations

from celery import shared_task
from celery.utils.log import get_task_logger
from django.conf import settings

from exceptions import BrickApiError, Transient
from gateway import PaymentGateway
from payments.models import Payment

logger = get_task_logger(__name__)


@shared_task(
    bind=True,
    queue="payments",
    acks_late=True,
    autoretry_for=(Transient,),
    max_retries=5,
    retry_backoff=3,
    retry_backoff_max=60,
)
def initiate_payment(self, payment_id: int) -> str:
    payment = Payment.objects.select_related("consent").get(pk=payment_id)
    gateway = PaymentGateway(settings.BRICK_URL, settings.BRICK_TOKEN)
    try:
        data = gateway.initiate(
            payment.consent.remote_id,
            payment.as_payload(),
            idempotency_key=str(payment.uuid),
        )
    except Transient as exc:
        logger.info("payment %s, try %d: %s", payment_id, self.request.retries + 1, exc.as_log())
        raise
    except BrickApiError as exc:
        payment.reject(status=exc.status, code=exc.code, detail=exc.detail)
        raise
    payment.accept(data["paymentId"], data["status"])
    return data["paymentId"]
