# errpact: provider=khipu
"""What is asked of an object whose class alone has such a method is the same the second time: a task that is run again
sends the same request."""

import requests
from celery import shared_task
from django.db import models

URL = "http://localhost:8080/v1/cl/services/account-transactions"


class Accounts(models.QuerySet):
    def active(self):
        return self.filter(active=True)


class Account(models.Model):
    number = models.CharField(max_length=30)
    objects = Accounts.as_manager()


class KhipuError(Exception):
    def __init__(self, error):
        super().__init__(error["Code"])
        self.code = error["Code"]
        self.type = error["Type"]


def read(account):
    body = requests.post(URL, json={"account": account.number}, timeout=90).json()
    if body["Status"] != "OK":
        raise KhipuError(body["Error"])
    return body["Data"]


@shared_task(bind=True, max_retries=2)
def in_minutes(self, key):
    account = Account.objects.active().get(pk=key)
    try:
        return read(account)
    except KhipuError as error:
        if error.type != "WAIT_4_HOURS_BEFORE_RETRY":
            raise
        raise self.retry(exc=error, countdown=4 * 60)  # error: EP102


@shared_task(bind=True, max_retries=2)
def in_hours(self, key):
    account = Account.objects.active().get(pk=key)
    try:
        return read(account)
    except KhipuError as error:
        if error.type != "WAIT_4_HOURS_BEFORE_RETRY":
            raise
        raise self.retry(exc=error, countdown=4 * 60 * 60)
