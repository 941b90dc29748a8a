# errpact: provider=flanks
"""A pause looked up in a table that has not all codes: slept without a look at it, and left to those that have one."""

import time

import requests

URL = "http://localhost:8080/v0/bank/account"
PAUSES = {20001: 60, 50001: 60}


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


def unlooked(token):
    for _ in range(3):
        try:
            return send(token)
        except ApiError as error:
            last = error
            time.sleep(PAUSES.get(error.code))  # error: EP206 20002 20003 40001 50002 50003 401 405 415 500
    raise last


def looked(token):
    for _ in range(3):
        try:
            return send(token)
        except ApiError as error:
            pause = PAUSES.get(error.code)
            if pause is None:
                raise
            last = error
            time.sleep(pause)
    raise last
