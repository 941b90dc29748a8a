from celery import shared_task
from django.utils import timezone

from . import conf
from .exceptions import FeedHiccup, FeedRejected, FeedUnderRepair
from .models import BankLink
from .services import fetch_movements, store_movements


@shared_task(bind=True, acks_late=True)
def refresh_link(self, link_id):
    link = BankLink.objects.get(pk=link_id)
    try:
        rows = fetch_movements(link)
    except FeedHiccup as exc:
        raise self.retry(exc=exc, countdown=conf.PAUSES["HICCUP"], max_retries=conf.MAX_HICCUPS)
    except FeedUnderRepair as exc:
        raise self.retry(exc=exc, countdown=conf.PAUSES["REPAIR"], max_retries=conf.MAX_REPAIRS)
    except FeedRejected as exc:
        link.state = BankLink.NEEDS_LOGIN if exc.needs_new_password else BankLink.BROKEN
        link.state_reason = "%s %s" % (exc.code, exc.description)
        link.save(update_fields=["state", "state_reason"])
        return None
    link.refreshed_at = timezone.now()
    link.save(update_fields=["refreshed_at"])
    return store_movements(link, rows)


@shared_task
def refresh_all():
    for pk in BankLink.objects.filter(state=BankLink.ACTIVE).values_list("pk", flat=True):
        refresh_link.delay(pk)
