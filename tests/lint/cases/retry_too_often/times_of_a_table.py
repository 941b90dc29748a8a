# errpact: provider=flanks
"""How often a task goes again stands in a table, and may be often: that is an end. A task that asks nothing of the kind,
and has no `max_retries`, goes on for ever."""

from dataclasses import dataclass

import requests
from celery import Celery

app = Celery("holdings")


@dataclass(frozen=True)
class Plan:
    again: bool
    countdown: int = 0
    times: int = 0


PLANS = {20002: Plan(True, countdown=60, times=30), 50002: Plan(False)}


class FlanksError(Exception):
    def __init__(self, status, body):
        super().__init__(f"Flanks answered {status}: {body}")
        self.status = status
        self.code = body.get("error_code")


def holdings(token):
    reply = requests.post("https://api.flanks.io/v0/bank/holdings", json={"credentials_token": token}, timeout=60)
    if reply.status_code != 200:
        raise FlanksError(reply.status_code, reply.json())
    return reply.json()["holdings"]


@app.task(bind=True, max_retries=None)
def by_plan(self, token):
    try:
        return holdings(token)
    except FlanksError as error:
        plan = PLANS.get(error.code, Plan(False))
        if plan.again and self.request.retries < plan.times:
            raise self.retry(exc=error, countdown=plan.countdown)
        raise


@app.task(bind=True, max_retries=30)
def by_option(self, token):
    try:
        return holdings(token)
    except FlanksError as error:
        if error.code == 20002:
            raise self.retry(exc=error, countdown=60)
        raise


@app.task(bind=True, max_retries=None)
def for_ever(self, token):
    try:
        return holdings(token)
    except FlanksError as error:
        if error.code == 20002:
            raise self.retry(exc=error, countdown=60)  # error: EP103 20002
        raise
