import logging

from celery import Celery
from django.conf import settings

from brick_api import BrickApi, BrickError, TokenProvider
from consents.models import Consent

app = Celery("consents")
log = logging.getLogger(__name__)

BASE_50X = 3
CINCO_MINUTOS = 300


def build_api() -> BrickApi:
    tokens = TokenProvider(settings.BRICK_TOKEN_URL, settings.BRICK_CLIENT_ID, settings.BRICK_SECRET)
    return BrickApi(settings.BRICK_URL, tokens)


@app.task(bind=True, max_retries=5)
def sync_resources(self, consent_pk: int) -> int:
    consent = Consent.objects.get(pk=consent_pk)
    try:
        resources = build_api().recursos(consent.external_id)
    except BrickError as exc:
        if exc.servidor:
            raise self.retry(exc=exc, countdown=BASE_50X * 2 ** self.request.retries)
        if exc.outra_instituicao_fora:
            raise self.retry(exc=exc, countdown=CINCO_MINUTOS)
        log.error("consent %s: %s", consent.external_id, exc)
        consent.mark_failed(code=exc.code, status=exc.status, reason=exc.problema.detail)
        raise
    consent.store_resources(resources)
    return len(resources)
