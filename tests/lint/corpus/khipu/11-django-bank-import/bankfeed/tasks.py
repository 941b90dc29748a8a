from __future__ import annotations

import requests
from celery import shared_task
from django.core.mail import mail_admins

from .gateway import BankRejected, KhipuGateway
from .models import Feed, Line
from .vault import reveal

COUNTDOWNS = {
    "RETRY_IMMEDIATELY": 0,
    "WAIT_4_HOURS_BEFORE_RETRY": 4 * 60 * 60,
}


def _status_for(code: str) -> str:
    if code == "A000":
        return "our-token"
    if code.startswith("E1"):
        return "login"
    if code.startswith("E3"):
        return "no-data"
    return "failed"


@shared_task(bind=True, max_retries=5, acks_late=True)
def import_statement(self, feed_id: int, period: str) -> int:
    feed = Feed.objects.get(pk=feed_id)
    try:
        rows = KhipuGateway().statement(feed.bank, feed.login, reveal(feed.secret_ref), period)
    except requests.ConnectionError as exc:
        raise self.retry(exc=exc, countdown=60 * (self.request.retries + 1))
    except BankRejected as exc:
        feed.failed(_status_for(exc.code), exc.code, exc.kind, exc.text)
        countdown = COUNTDOWNS.get(exc.kind)
        if countdown is not None:
            raise self.retry(exc=exc, countdown=countdown)
        if exc.code == "A000":
            mail_admins("Khipu refuses our token", str(exc))
        raise
    Line.objects.bulk_create(
        Line(feed=feed, day=row["Date"], text=row["Description"], amount=row["Amount"]) for row in rows
    )
    feed.ok()
    return len(rows)
