# errpact: provider=flanks
"""A generator that polls passes over "still processing"; what becomes of it, its user decides."""

import time

import requests


URL = "http://localhost:8080/v0/credentials/status"
PROCESSING = 20002


class FlanksError(Exception):
    def __init__(self, status, code):
        super().__init__(f"{status} {code}")
        self.status = status
        self.code = code


def ask(token):
    response = requests.post(URL, json={"credentials_token": token}, timeout=30)
    body = response.json()
    if response.status_code != 200:
        raise FlanksError(response.status_code, body.get("error_code"))
    return body


def states(token, rounds=20):
    for _ in range(rounds):
        try:
            yield ask(token)
        except FlanksError as error:
            if error.code != PROCESSING:
                raise
        time.sleep(30)


def until_ready(token):
    for state in states(token):
        if not state["pending"]:
            return state
    raise TimeoutError(token)


def states_too(token, rounds=20):
    for _ in range(rounds):
        try:
            yield ask(token)
        except FlanksError as error:
            if error.code != PROCESSING:  # error: EP201 20002
                raise
        time.sleep(30)


def perhaps_nothing(token):
    found = {}
    for state in states_too(token):
        found = state
        break
    return found
