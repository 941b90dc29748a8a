# errpact: provider=flanks
"""The review takes a day at least."""

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


def after_minutes(token):
    for attempt in range(3):
        try:
            return send(token)
        except ApiError as error:
            if error.code != 20003 or attempt == 2:
                raise
            time.sleep(24 * 60)  # error: EP102


def after_a_day(token):
    for attempt in range(3):
        try:
            return send(token)
        except ApiError as error:
            if error.code != 20003 or attempt == 2:
                raise
            time.sleep(24 * 60 * 60)
