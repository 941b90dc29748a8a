# errpact: provider=flanks
"""`iter` of a type and of what it never gives goes on for ever; of what it gives, it ends at once."""

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


def for_ever(token):
    for _ in iter(int, 1):
        try:
            return send(token)
        except ApiError as error:
            if error.code != 50001:  # error: EP103 50001
                raise
        time.sleep(60)


def not_once(token):
    for _ in iter(int, 0):
        try:
            return send(token)
        except ApiError as error:
            if error.code != 50001:
                raise
        time.sleep(60)
    return send(token)


def as_many_as_there_are(token, waits):
    for wait in iter(waits.popleft, None):
        try:
            return send(token)
        except ApiError as error:
            if error.code != 50001:
                raise
        time.sleep(60 + wait)
    return send(token)
