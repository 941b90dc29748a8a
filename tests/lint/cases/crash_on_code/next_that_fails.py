# errpact: provider=flanks
"""A generator that fails where it is asked for its first value, or for the one after its last; one that ends."""

import time

import requests

URL = "http://localhost:8080/v0/bank/account"


class FlanksError(Exception):
    def __init__(self, status, body):
        super().__init__(f"Flanks answered {status}")
        self.code = body.get("error_code")
        self.body = body


def send(token):
    reply = requests.post(URL, json={"credentials_token": token}, timeout=30)
    if reply.status_code != 200:
        raise FlanksError(reply.status_code, reply.json())
    return reply.json()


def no_whole_number(tries=0.5):
    for n in range(tries):  # error: EP206 20002
        yield 60 * (n + 1)


def fails_late():
    yield 60
    yield (60, 90)[2]  # error: EP206 20002


def two():
    yield 60
    yield 120


def insist(token, waits):
    while True:
        try:
            return send(token)
        except FlanksError as error:
            if error.code != 20002:
                raise
            wait = next(waits, None)
            if wait is None:
                raise
            time.sleep(wait)


def at_once(token):
    return insist(token, no_whole_number())


def later(token):
    return insist(token, fails_late())


def right(token):
    return insist(token, two())
