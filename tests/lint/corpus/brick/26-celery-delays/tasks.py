from __future__ import annotations

from celery import shared_task
from django.conf import settings

from .gateway import BrickReply, get
from .models import Sharing

DELAYS = (3, 6, 12, 24, 48)
MINUTES = 4 * 60
PARTNER_CODES = {"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"}


def delay_for(reply: BrickReply, retries: int) -> int | None:
    """Seconds until the next try, None to give up."""
    if reply.status in range(500, 510) and retries < len(DELAYS):
        return DELAYS[retries]
    if reply.code in PARTNER_CODES and retries < 2:
        return MINUTES
    return None


@shared_task(bind=True, max_retries=len(DELAYS))
def read_sharing(self, sharing_id: int) -> None:
    sharing = Sharing.objects.get(pk=sharing_id)
    try:
        data = get(settings.BRICK_URL, settings.BRICK_TOKEN, "/data/resources", sharing.consent_id)
    except BrickReply as reply:
        delay = delay_for(reply, self.request.retries)
        if delay is None:
            sharing.status = f"error:{reply.status}:{reply.code}"
            sharing.save(update_fields=["status"])
            raise
        raise self.retry(exc=reply, countdown=delay)
    sharing.store(data)
