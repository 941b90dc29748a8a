# errpact: provider=flanks
"""A loop round everything, and one round what is documented as passing."""

import time

import requests


URL = "http://localhost:8080/v0/bank/account"
TRANSIENT = {20001, 20002, 50001}


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


def with_blanket_retry(token):
    for attempt in range(3):
        try:
            return send(token)
        except ApiError:  # error: EP101 40001 50002 50003 405 415 401
            if attempt == 2:
                raise
            time.sleep(90000)


def with_documented_retry(token):
    for attempt in range(3):
        try:
            return send(token)
        except ApiError as error:
            if error.code not in TRANSIENT or attempt == 2:
                raise
            time.sleep(90000)
