# errpact: provider=flanks
"""Translated into another exception, without and with what it was."""

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


class Unavailable(Exception):
    pass


def translated(token):
    try:
        return send(token)
    except ApiError:
        raise Unavailable("no accounts today") from None  # error: EP203 20001 20002 20003 40001 50001 50002 50003 401 405 415 500


def translated_with_cause(token):
    try:
        return send(token)
    except ApiError as error:
        raise Unavailable(error.status, error.code) from error
