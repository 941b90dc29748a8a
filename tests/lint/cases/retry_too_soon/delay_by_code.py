# errpact: provider=flanks
"""Delays in a table: one entry is too short."""

import time

import requests


URL = "http://localhost:8080/v0/bank/account"


class ApiError(Exception):
    def __init__(self, status, body):
        super().__init__(f"Flanks answered {status}")
        self.status = status
        self.body = body
        self.code = body.get("error_code")


def send(token):
    response = requests.post(URL, json={"credentials_token": token}, timeout=30)
    body = response.json()
    if response.status_code != 200:
        raise ApiError(response.status_code, body)
    return body


SHORT = {20001: 60, 20003: 3600}
LONG = {20001: 60, 20003: 172800}


def from_the_short_table(token):
    for attempt in range(3):
        try:
            return send(token)
        except ApiError as error:
            if error.code not in SHORT or attempt == 2:
                raise
            time.sleep(SHORT[error.code])  # error: EP102


def from_the_long_table(token):
    for attempt in range(3):
        try:
            return send(token)
        except ApiError as error:
            if error.code not in LONG or attempt == 2:
                raise
            time.sleep(LONG[error.code])
