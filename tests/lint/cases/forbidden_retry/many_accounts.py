# errpact: provider=flanks
"""Going on with the next account is no retry."""

import time

import requests


URL = "http://localhost:8080/v0/bank/account"


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


def all_accounts(tokens):
    found = {}
    failed = {}
    for token in tokens:
        try:
            found[token] = send(token)
        except ApiError as error:
            failed[token] = error.code
    return found, failed


def first_account_twice(tokens):
    for _ in range(2):
        try:
            return send(tokens[0])
        except ApiError as error:  # error: EP101 40001 50002 50003 405 415 401
            last = error
            time.sleep(90000)
    raise last
