# errpact: provider=brick
"""As many waits as are cut off from what isn't known: five are documented, eight are too many."""

import itertools
import time

import requests

URL = "http://localhost:8080/open-banking/consents/v3/consents"


class BrickError(Exception):
    def __init__(self, reply):
        super().__init__(f"HTTP {reply.status_code}")
        self.reply = reply


def doubling(first):
    return itertools.accumulate(itertools.repeat(first), lambda before, _: before * 2)


def once(consent):
    reply = requests.get(f"{URL}/{consent}", timeout=30)
    if reply.status_code not in (200, 201):
        raise BrickError(reply)
    return reply.json()["data"]


def five_times(consent):
    waits = itertools.islice(doubling(3), 5)
    while True:
        try:
            return once(consent)
        except BrickError as error:
            wait = next(waits, None) if 500 <= error.reply.status_code < 510 else None
            if wait is None:
                raise
            time.sleep(wait)


def eight_times(consent):
    waits = itertools.islice(doubling(3), 8)
    while True:
        try:
            return once(consent)
        except BrickError as error:
            wait = next(waits, None) if 500 <= error.reply.status_code < 510 else None  # error: EP103
            if wait is None:
                raise
            time.sleep(wait)
