# errpact: provider=flanks
"""A table without all codes: looked up strictly, and with a default."""

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


STEPS = {20001: "wait", 20002: "wait", 20003: "review", 40001: "fix", 50001: "wait", 50002: "login"}


def strict(token):
    try:
        return send(token)
    except ApiError as error:
        return STEPS[error.code], error.code  # error: EP206 50003 401 405 415 500


def lenient(token):
    try:
        return send(token)
    except ApiError as error:
        return STEPS.get(error.code, "ask"), error.code
