# errpact: provider=flanks
"""A digit off."""

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


def off(token):
    try:
        return send(token)
    except ApiError as error:
        if error.code == 20004:  # error: EP301 20004 20003 20002
            raise TimeoutError(error.code) from error
        raise


def on(token):
    try:
        return send(token)
    except ApiError as error:
        if error.code == 20003:
            raise TimeoutError(error.code) from error
        raise
