# errpact: provider=flanks
"""A table with keys of text."""

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


TEXTS = {"20001": "wait", "20003": "review"}
NUMBERS = {20001: "wait", 20003: "review"}


def by_text(token):
    try:
        return send(token)
    except ApiError as error:
        return TEXTS.get(error.code, "failed"), error.code  # error: EP302 20001 20003


def by_number(token):
    try:
        return send(token)
    except ApiError as error:
        return NUMBERS.get(error.code, "failed"), error.code
