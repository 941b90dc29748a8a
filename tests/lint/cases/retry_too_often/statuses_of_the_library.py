# errpact: provider=brick
"""Statuses that are picked out of the standard library's; of which none is an error, none is sent again."""

from http import HTTPStatus

import requests
from time import sleep

URL = "http://localhost:8080/accounts"
SERVER = {status.value for status in HTTPStatus if status >= 500}
MOVED = {int(status) for status in HTTPStatus if 300 <= status < 400}


def ask(statuses):
    wait = 3
    for attempt in range(9):
        reply = requests.get(URL, timeout=30)
        if reply.status_code not in statuses:
            break
        if attempt < 8:  # error: EP103
            sleep(wait)
            wait *= 2
    if reply.status_code != 200:
        raise RuntimeError(reply.status_code, reply.text)
    return reply.json()


def server():
    return ask(SERVER)


def moved():
    return ask(MOVED)
