# errpact: provider=flanks
"""A set in a predicate."""

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


PASSING = frozenset({"20001", "50001"})


def may_pass(code):
    return code in PASSING  # error: EP302 20001 50001


def may_pass_as_text(code):
    return str(code) in PASSING


def text(token):
    try:
        return send(token)
    except ApiError as error:
        return may_pass(error.code), error.code


def as_text(token):
    try:
        return send(token)
    except ApiError as error:
        return may_pass_as_text(error.code), error.code
