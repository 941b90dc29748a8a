# errpact: provider=brick
"""A limit that is counted by the month: one resend may come just after the month's end, of two in a row one can't."""

import datetime
import time

import requests

URL = "https://api.brickbank.example/data/accounts/v2/accounts"
LIMIT = "LIMITE_OPERACIONAL_EXCEDIDO"


class DataError(Exception):
    def __init__(self, status, body):
        super().__init__(f"HTTP {status} {body.get('code', '')}")
        self.status = status
        self.code = body.get("code")


def accounts(consent):
    reply = requests.get(URL, headers={"x-consent-id": consent}, timeout=25)
    if reply.status_code != 200:
        raise DataError(reply.status_code, reply.json())
    return reply.json()["data"]


def each_hour(consent):
    for attempt in range(20):
        try:
            return accounts(consent)
        except DataError as error:
            if error.code != LIMIT or attempt == 19:
                raise
        time.sleep(3600)  # error: EP102 LIMITE_OPERACIONAL_EXCEDIDO


def once_more(consent, until_the_first):
    try:
        return accounts(consent)
    except DataError as error:
        if error.code != LIMIT:
            raise
    time.sleep(until_the_first)
    return accounts(consent)


def each_first_of_the_month(consent):
    for attempt in range(3):
        try:
            return accounts(consent)
        except DataError as error:
            if error.code != LIMIT or attempt == 2:
                raise
        today = datetime.date.today()
        first = (today.replace(day=1) + datetime.timedelta(days=32)).replace(day=1)
        time.sleep((first - today).days * 86400)
