# errpact: provider=klavi
"""What a job asks for by itself is not bounded by its decorator; what the decorator counts is."""

import requests
from huey import SqliteHuey
from huey.exceptions import CancelExecution, RetryTask

URL = "https://api.klavi.ai/data/v1/links/{}/report"
huey = SqliteHuey("reports.db")


class KlaviError(Exception):
    def __init__(self, body):
        super().__init__(body["code"])
        self.body = body


class Busy(KlaviError):
    pass


def ask(link):
    body = requests.post(URL.format(link), timeout=30).json()
    if body["code"] == 200:
        return body["data"]
    raise (Busy if body["code"] in (500, 503) else KlaviError)(body)


@huey.task()  # error: EP103
def without_end(link):
    try:
        return ask(link)
    except Busy as exc:
        raise RetryTask(delay=60) from exc


@huey.task(retries=2, retry_delay=60)
def counted(link):
    try:
        return ask(link)
    except Busy:
        raise
    except KlaviError as exc:
        raise CancelExecution(retry=False) from exc
