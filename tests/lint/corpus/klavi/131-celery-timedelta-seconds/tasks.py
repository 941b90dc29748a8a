from __future__ import annotations

from celery import shared_task
from celery.utils.log import get_task_logger
from django.conf import settings
from django.utils.translation import gettext as _

from klavi import KlaviClient, KlaviRejected
from links.models import Link
from policies import PAUSES

logger = get_task_logger(__name__)


@shared_task(bind=True, queue="crawl", max_retries=4)
def crawl_link(self, link_id: int) -> None:
    link = Link.objects.select_related("customer").get(pk=link_id)
    client = KlaviClient(settings.KLAVI_TOKEN, settings.KLAVI_URL)
    try:
        data = client.crawl(link.reference, link.login, link.reveal_password())
    except KlaviRejected as exc:
        pause = PAUSES.get(exc.code)
        if pause is None:
            link.fail(exc.code, exc.message)
            link.customer.notify(_("We could not read your bank account."), code=exc.code)
            raise
        logger.info("link %s: klavi %s, again in %s", link_id, exc.code, pause.span)
        raise self.retry(exc=exc, countdown=pause.countdown, max_retries=pause.times)
    link.replace_transactions(data.get("transactions", []))
    link.mark_complete()
