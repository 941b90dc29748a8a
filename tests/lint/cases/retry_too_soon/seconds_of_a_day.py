# errpact: provider=klavi
"""The seconds of a timedelta of one day are 0: what goes out again at once is pointed at where the task asks for it."""

from datetime import timedelta

import requests
from celery import shared_task

URL = "https://api.klavi.ai/open-data/v1/crawls"
PAUSES = {
    403: timedelta(minutes=20),
    406: timedelta(days=1),
    414: timedelta(days=1),
    415: timedelta(minutes=30),
}


class KlaviRejected(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


def crawl(link):
    body = requests.post(URL, json={"link": link}, timeout=60).json()
    if body["code"] != 200:
        raise KlaviRejected(body["code"])
    return body["data"]


@shared_task(bind=True, max_retries=4)
def rest_of_the_day(self, link):
    try:
        return crawl(link)
    except KlaviRejected as exc:
        pause = PAUSES.get(exc.code)
        if pause is None:
            raise
        raise self.retry(exc=exc, countdown=pause.seconds, max_retries=2)  # error: EP102 406 414


@shared_task(bind=True, max_retries=4)
def whole_pause(self, link):
    try:
        return crawl(link)
    except KlaviRejected as exc:
        pause = PAUSES.get(exc.code)
        if pause is None:
            raise
        raise self.retry(exc=exc, countdown=pause.total_seconds(), max_retries=2)
