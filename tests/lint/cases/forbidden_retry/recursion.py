# errpact: provider=flanks
"""Recursion is a loop as well."""

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


def again_if_refused(token, left=2):
    try:
        return send(token)
    except ApiError as error:
        if left and error.code == 40001:  # error: EP101 40001
            time.sleep(60)
            return again_if_refused(token, left - 1)
        raise


def again_if_unreachable(token, left=2):
    try:
        return send(token)
    except ApiError as error:
        if left and error.code == 50001:
            time.sleep(60)
            return again_if_unreachable(token, left - 1)
        raise
