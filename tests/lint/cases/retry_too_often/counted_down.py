# errpact: provider=flanks
"""What counts down ends at nothing left; what counts past it doesn't."""

import time

import requests

URL = "http://localhost:8080/v0/bank/account"
POLLS = 45


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


def some_times(token, wait=False):
    left = POLLS if wait else 1
    while left:
        left -= 1
        try:
            return send(token)
        except ApiError as error:
            if error.code != 20002 or not left:
                raise
            time.sleep(20)


def in_pairs(token):
    left = POLLS
    while left:
        left -= 2
        try:
            return send(token)
        except ApiError as error:
            if error.code != 20002:  # error: EP103 20002
                raise
            time.sleep(20)
