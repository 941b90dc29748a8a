# errpact: provider=flanks
"""A loop that ends only with a success, and one that gives up."""

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


def until_the_bank_is_back(token):
    while True:
        try:
            return send(token)
        except ApiError as error:
            if error.code != 50001:  # error: EP103 50001
                raise
        time.sleep(60)


def five_times(token):
    for attempt in range(5):
        try:
            return send(token)
        except ApiError as error:
            if error.code != 50001 or attempt == 4:
                raise
        time.sleep(60)
