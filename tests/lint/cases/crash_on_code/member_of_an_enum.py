# errpact: provider=flanks
"""An enumeration without all codes."""

import requests
import enum


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


class Code(enum.IntEnum):
    WAIT = 20001
    POLL = 20002
    REVIEW = 20003


def unguarded(token):
    try:
        return send(token)
    except ApiError as error:
        return Code(error.code), error.code  # error: EP206 40001 50001 50002 50003 401 405 415 500


def guarded(token):
    try:
        return send(token)
    except ApiError as error:
        try:
            return Code(error.code), error.code
        except ValueError:
            return None, error.code
