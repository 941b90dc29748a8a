# errpact: provider=flanks
"""The waits of a generator, handed on by another and numbered; those of one are too short."""

import time

import requests

URL = "http://localhost:8080/v0/bank/account"
TWO_DAYS = 48 * 3600


class FlanksError(Exception):
    def __init__(self, status, body):
        super().__init__(f"Flanks answered {status}")
        self.code = body.get("error_code")


def send(token):
    reply = requests.post(URL, json={"credentials_token": token}, timeout=30)
    if reply.status_code != 200:
        raise FlanksError(reply.status_code, reply.json())
    return reply.json()


def patient():
    yield from (TWO_DAYS, 2 * TWO_DAYS)


def hasty():
    yield from (3600, TWO_DAYS)


def handed_on(hurry):
    if hurry:
        yield from hasty()
    else:
        yield from patient()


def numbered(token):
    for turn, wait in enumerate(patient(), 1):
        try:
            return send(token)
        except FlanksError as error:
            if error.code != 20003:
                raise
            print("turn", turn, error.code)
            time.sleep(wait)
    return send(token)


def numbered_hastily(token):
    for turn, wait in enumerate(handed_on(True), 1):
        try:
            return send(token)
        except FlanksError as error:
            if error.code != 20003:
                raise
            print("turn", turn, error.code)
            time.sleep(wait)  # error: EP102 20003
    return send(token)


def beside_a_count(token):
    for turn, wait in zip(range(5), handed_on(False), strict=False):
        try:
            return send(token)
        except FlanksError as error:
            if error.code != 20003:
                raise
            print("turn", turn, error.code)
            time.sleep(wait)
    return send(token)
