# errpact: provider=flanks
"""`closing` closes a generator, whose items are taken in the body; `contextmanager` runs one around the body."""

import contextlib
import time

import requests

URL = "http://localhost:8080/v0/bank/account"
DAY = 24 * 3600


class FlanksError(Exception):
    def __init__(self, status, body):
        super().__init__(f"Flanks answered {status}")
        self.code = body.get("error_code")


def send(http, token):
    reply = http.post(URL, json={"credentials_token": token}, timeout=30)
    body = reply.json()
    if reply.status_code != 200:
        raise FlanksError(reply.status_code, body)
    return body


def waits(days):
    for factor in (1, 2):
        yield factor * days * DAY


@contextlib.contextmanager
def session():
    with requests.Session() as http:
        yield http


def patient(token):
    with session() as http, contextlib.closing(waits(1)) as pauses:
        for pause in pauses:
            try:
                return send(http, token)
            except FlanksError as error:
                if error.code != 20003:
                    raise
                print("again in", pause, error.code)
                time.sleep(pause)
        return send(http, token)


def hasty(token):
    with session() as http, contextlib.closing(waits(0.5)) as pauses:
        for pause in pauses:
            try:
                return send(http, token)
            except FlanksError as error:
                if error.code != 20003:
                    raise
                print("again in", pause, error.code)
                time.sleep(pause)  # error: EP102 20003
        return send(http, token)
