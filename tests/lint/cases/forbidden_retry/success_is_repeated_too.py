# errpact: provider=khipu
"""A retry library that is asked for the contrary repeats success and error; a poller that repeats for ever is none."""

import backoff
import requests

URL = "http://localhost:8080/v1/statements"


class KhipuError(Exception):
    def __init__(self, body):
        super().__init__(body["Error"])
        self.body = body


def says_again(body):
    return (body["Error"] or {}).get("Type") == "RETRY_IMMEDIATELY"


@backoff.on_predicate(  # error: EP101
    backoff.constant, lambda body: not says_again(body), max_tries=3, interval=20_000, jitter=None
)
def _contrary(operation):
    return requests.post(URL, json={"OperationId": operation}, timeout=30).json()


@backoff.on_predicate(backoff.constant, says_again, max_tries=3, interval=10)
def _right(operation):
    return requests.post(URL, json={"OperationId": operation}, timeout=30).json()


def checked(body):
    if body["Status"] != "OK":
        raise KhipuError(body)
    return body["Data"]


def contrary(operation):
    return checked(_contrary(operation))


def right(operation):
    return checked(_right(operation))


@backoff.on_predicate(backoff.constant, interval=20_000, jitter=None)
def watch(operation, publish):
    publish(requests.post(URL, json={"OperationId": operation}, timeout=30).json())
