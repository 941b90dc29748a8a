# errpact: provider=flanks
"""The waits of a generator without end, asked for one by one; those of one grow too late."""

import itertools
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


def growing(wait):
    while True:
        yield wait
        wait *= 2


def counted(first):
    for n in itertools.count(1):
        yield first * n


def hasty(token):
    waits = growing(60)
    for _ in range(4):
        try:
            return send(token)
        except FlanksError as error:
            if error.code != 20003:
                raise
            time.sleep(next(waits))  # error: EP102 20003
    return send(token)


def hasty_by_count(token):
    waits = counted(3600)
    for _ in range(4):
        try:
            return send(token)
        except FlanksError as error:
            if error.code != 20003:
                raise
            time.sleep(next(waits))  # error: EP102 20003
    return send(token)


def patient(token):
    waits = growing(TWO_DAYS)
    for _ in range(4):
        try:
            return send(token)
        except FlanksError as error:
            if error.code != 20003:
                raise
            time.sleep(next(waits))
    return send(token)


def either(quick):
    while True:
        if quick:
            yield 60
        yield TWO_DAYS


def as_somebody_likes(token, quick):
    waits = either(quick)
    for _ in range(4):
        try:
            return send(token)
        except FlanksError as error:
            if error.code != 20003:
                raise
            time.sleep(next(waits))
    return send(token)
