# errpact: provider=flanks
"""The pauses of each cause in a tuple, of which some are empty: as long as what was chosen, and as long as another."""

import time

import requests

URL = "http://localhost:8080/v0/bank/account"
PATIENT, SHORT = (1800, 3600), (600,)


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


def pauses(code):
    if code == 50001:
        return PATIENT
    if code == 20002:
        return SHORT
    return ()


def its_own_length(token):
    turn = 0
    while True:
        try:
            return send(token)
        except ApiError as error:
            waits = pauses(error.code)
            if turn >= len(waits):
                raise
            time.sleep(waits[turn])
            turn += 1


def with_its_number(token):
    for turn in range(4):
        try:
            return send(token)
        except ApiError as error:
            wait = dict(enumerate(pauses(error.code))).get(turn)
            if wait is None:
                raise
            time.sleep(wait)


def another_length(token):
    turn = 0
    while True:
        try:
            return send(token)
        except ApiError as error:
            waits = pauses(error.code)
            if turn >= len(PATIENT):
                raise
            time.sleep(waits[turn])  # error: EP206
            turn += 1
