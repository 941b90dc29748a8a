# errpact: provider=flanks
"""backoff's interval."""

import requests
import backoff


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


def other(error):
    return error.code != 20003


@backoff.on_exception(backoff.constant, ApiError, giveup=other, interval=3600, max_tries=3, jitter=None)  # error: EP102 20003
def each_hour(token):
    return send(token)


@backoff.on_exception(backoff.constant, ApiError, giveup=other, interval=100000, max_tries=3, jitter=None)
def each_day(token):
    return send(token)
