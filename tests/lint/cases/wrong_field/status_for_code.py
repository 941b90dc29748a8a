# errpact: provider=flanks
"""An HTTP status is no code."""

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


def crossed(token):
    try:
        return send(token)
    except ApiError as error:
        if error.code == 401:  # error: EP304 401
            raise PermissionError(error.status, error.code) from error
        raise


def straight(token):
    try:
        return send(token)
    except ApiError as error:
        if error.status == 401:
            raise PermissionError(error.status, error.code) from error
        raise
