# errpact: provider=flanks
"""The family first, and the member first."""

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


def family_first(token):
    try:
        return send(token)
    except ApiError as error:
        if error.code is not None and error.code < 30000:
            return "wait", error.code
        elif error.code == 20003:  # error: EP306 20003
            return "review", error.code
        raise


def member_first(token):
    try:
        return send(token)
    except ApiError as error:
        if error.code == 20003:
            return "review", error.code
        elif error.code is not None and error.code < 30000:
            return "wait", error.code
        raise
