# errpact: provider=klavi
"""Decorators of small retry libraries: what is tried again by its class, or whatever was raised."""

import funcy
import requests
from google.api_core import retry as google_retry
from opnieuw import retry as opnieuw_retry
from retry import retry
from retry.api import retry_call

URL = "https://api.klavi.ai/data/v1/links/{}/report"


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


@retry(Busy, tries=3, delay=5)
def report(link):
    return ask(link)


@retry(tries=3, delay=86400)  # error: EP101
def report_whatever(link):
    return ask(link)


@retry(exceptions=(requests.ConnectionError, requests.Timeout), tries=3, delay=5)
def report_when_connected(link):
    return ask(link)


def report_called(link):
    return retry_call(ask, [link], exceptions=Busy, tries=3, delay=5)


def report_called_whatever(link):
    return retry_call(ask, fargs=[link], exceptions=KlaviError, tries=3, delay=86400)  # error: EP101


@funcy.retry(3, errors=Busy, timeout=5)
def report_funcy(link):
    return ask(link)


@funcy.retry(3, errors=KlaviError, timeout=86400)  # error: EP101
def report_funcy_whatever(link):
    return ask(link)


@opnieuw_retry(retry_on_exceptions=Busy, max_calls_total=3, retry_window_after_first_call_in_seconds=60)
def report_opnieuw(link):
    return ask(link)


@google_retry.Retry(predicate=google_retry.if_exception_type(Busy), initial=5, maximum=20, timeout=60)
def report_google(link):
    return ask(link)


@google_retry.Retry()
def report_google_by_itself(link):
    return ask(link)
