# errpact: provider=khipu
"""What a project's settings leave out is what the code says in their place; a signed request mends nothing."""

import requests
from celery import shared_task
from django.conf import settings
from django.core import signing

URL = "http://localhost:8080/v1/cl/banks/x/statement"
MINUTES = getattr(settings, "STATEMENT_PAUSE", 4 * 60)
HOURS = getattr(settings, "STATEMENT_PAUSE_HOURS", 4) * 60 * 60


class StatementError(Exception):
    def __init__(self, error):
        super().__init__(error["Code"])
        self.code = error["Code"]


class UnderRepair(StatementError):
    pass


def statement(link):
    body = requests.post(URL, json={"Password": signing.loads(link)}, timeout=60).json()
    if body["Status"] == "OK":
        return body["Data"]
    waits = body["Error"]["Type"] == "WAIT_4_HOURS_BEFORE_RETRY"
    raise (UnderRepair if waits else StatementError)(body["Error"])


@shared_task(bind=True)
def after_minutes(self, link):
    try:
        return statement(link)
    except UnderRepair as exc:
        raise self.retry(exc=exc, countdown=MINUTES, max_retries=5)  # error: EP102


@shared_task(bind=True)
def after_hours(self, link):
    try:
        return statement(link)
    except UnderRepair as exc:
        raise self.retry(exc=exc, countdown=HOURS, max_retries=5)
