# errpact: provider=flanks
"""A flag that nobody clears, and a deadline."""

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


def while_told(token):
    again = True
    while again:
        try:
            return send(token)
        except ApiError as error:  # error: EP103 50001
            again = error.code == 50001
            if not again:
                raise
            time.sleep(60)


def until_a_deadline(token):
    deadline = time.monotonic() + 600
    while True:
        try:
            return send(token)
        except ApiError as error:
            if error.code != 50001 or time.monotonic() > deadline:
                raise
            time.sleep(60)
