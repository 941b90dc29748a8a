# errpact: provider=flanks
"""One of a set is not documented; numbers that are no codes do not matter."""

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


WAITING = {20001, 20002, 20009}
PAGE_SIZES = {20009, 50}


def waits(token):
    try:
        return send(token)
    except ApiError as error:
        return ("waiting" if error.code in WAITING else "failed"), error.code  # error: EP301 20009 20003 20002


def pages(token, size):
    if size in PAGE_SIZES:
        raise ValueError(size)
    return send(token)
