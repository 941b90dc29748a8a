# errpact: provider=flanks
"""Forty rounds that an object or a dict counts are many, but an end; a loop that nobody counts has none."""

import time
from dataclasses import dataclass

import requests

URL = "http://localhost:8080/v0/bank/account"


class FlanksError(Exception):
    def __init__(self, reply):
        super().__init__(reply.status_code, reply.text)
        self.code = reply.json().get("error_code")


@dataclass
class Order:
    token: str
    rounds: int = 0


def once(token):
    reply = requests.post(URL, json={"credentials_token": token}, timeout=30)
    if reply.status_code != 200 or reply.json().get("error_code") is not None:
        raise FlanksError(reply)
    return reply.json()["accounts"]


def counted(order: Order):
    while True:
        try:
            return once(order.token)
        except FlanksError as error:
            order.rounds += 1
            if error.code != 50001 or order.rounds >= 40:
                raise
            time.sleep(1800)


def uncounted(order: Order):
    while True:
        try:
            return once(order.token)
        except FlanksError as error:
            if error.code != 50001:  # error: EP103
                raise
            time.sleep(1800)


TIMES = {50001: 40}


def counted_by_code(token):
    rounds = {50001: 0}
    while True:
        try:
            return once(token)
        except FlanksError as error:
            if error.code != 50001 or rounds[error.code] >= TIMES[error.code]:
                raise
            rounds[error.code] += 1
            time.sleep(1800)


def counted_for_the_log(token):
    rounds = {50001: 0}
    while True:
        try:
            return once(token)
        except FlanksError as error:
            if error.code != 50001:  # error: EP103
                raise
            rounds[error.code] += 1
            print("again", rounds)
            time.sleep(1800)
