# errpact: provider=klavi
"""Jobs that a worker runs again: by its default, as the decorator says, or because the body asks for it."""

from datetime import timedelta

import dramatiq
import procrastinate
import requests
from airflow.exceptions import AirflowFailException
from airflow.sdk import task as airflow_task
from huey import CancelExecution, RedisHuey, RetryTask, crontab
from prefect import flow, task

URL = "https://api.klavi.ai/data/v1/links/{}/report"
huey = RedisHuey("reports")
jobs = procrastinate.App(connector=None)


class KlaviError(Exception):
    def __init__(self, body):
        super().__init__(f"{body.get('code')}: {body.get('message')}")
        self.code = body.get("code")
        self.body = body


class Busy(KlaviError):
    pass


def ask(link):
    body = requests.post(URL.format(link), timeout=30).json()
    if body["code"] == 200:
        return body["data"]
    raise (Busy if body["code"] in (500, 503) else KlaviError)(body)


@dramatiq.actor(min_backoff=86_400_000)  # error: EP101
def by_default(link):
    return ask(link)


@dramatiq.actor(max_retries=0)
def once(link):
    return ask(link)


@dramatiq.actor(throws=(KlaviError,))
def but_for_the_provider(link):
    return ask(link)


@dramatiq.actor(retry_when=lambda retries, exc: isinstance(exc, Busy) and retries < 3)
def when_busy(link):
    return ask(link)


@dramatiq.actor(max_retries=3)
def busy_waits(link):
    try:
        return ask(link)
    except Busy as exc:
        raise dramatiq.Retry(delay=60_000) from exc
    except KlaviError as exc:
        return {"link": link, "code": exc.code}


@dramatiq.actor(max_retries=2)  # error: EP101
def everything_waits(link):
    try:
        return ask(link)
    except KlaviError as exc:
        raise dramatiq.Retry(delay=86_400_000) from exc


@huey.task(retries=2, retry_delay=86_400)  # error: EP101
def from_the_queue(link):
    return ask(link)


@huey.periodic_task(crontab(minute="0"))
def every_hour(link):
    return ask(link)


@huey.task(retries=3, retry_delay=60)
def given_up(link):
    try:
        return ask(link)
    except Busy:
        raise
    except KlaviError as exc:
        raise CancelExecution(retry=False) from exc


@huey.task()  # error: EP101  # error: EP103
def asked_for(link):
    try:
        return ask(link)
    except KlaviError as exc:
        raise RetryTask(delay=86_400) from exc


@jobs.task(retry=procrastinate.RetryStrategy(max_attempts=2, wait=86_400))  # error: EP101
def strategy(link):
    return ask(link)


@jobs.task(retry=procrastinate.RetryStrategy(max_attempts=2, wait=30, retry_exceptions={Busy, ConnectionError}))
def strategy_by_class(link):
    return ask(link)


@jobs.task(queue="reports")
def without_a_strategy(link):
    return ask(link)


@task(retries=2, retry_delay_seconds=86_400)  # error: EP101
def fetch(link):
    return ask(link)


@task
def fetch_once(link):
    return ask(link)


@flow
def nightly(links):
    return [fetch_once(link) for link in links]


@airflow_task(retries=2, retry_delay=timedelta(days=1))  # error: EP101
def daily(link):
    return ask(link)


@airflow_task(retries=2, retry_delay=timedelta(minutes=5))
def daily_when_busy(link):
    try:
        return ask(link)
    except Busy:
        raise
    except KlaviError as exc:
        raise AirflowFailException(f"{link}: {exc.code}") from exc
