# errpact: provider=flanks
"""A set that has the single code."""

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


def set_first(token):
    try:
        return send(token)
    except ApiError as error:
        if error.code in {20001, 20002, 20003}:
            return "wait", error.code
        if error.code == 20002:  # error: EP306 20002
            return "poll", error.code
        raise


def single_first(token):
    try:
        return send(token)
    except ApiError as error:
        if error.code == 20002:
            return "poll", error.code
        if error.code in {20001, 20002, 20003}:
            return "wait", error.code
        raise
