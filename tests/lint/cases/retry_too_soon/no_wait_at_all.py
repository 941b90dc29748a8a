# errpact: provider=flanks
"""Words such as later forbid no wait at all, and nothing more."""

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


def at_once(token):
    for attempt in range(3):
        try:
            return send(token)
        except ApiError as error:
            if error.code != 50001 or attempt == 2:  # error: EP102
                raise


def later(token):
    for attempt in range(3):
        try:
            return send(token)
        except ApiError as error:
            if error.code != 50001 or attempt == 2:
                raise
            time.sleep(30)
