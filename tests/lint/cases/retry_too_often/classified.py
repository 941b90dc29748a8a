# errpact: provider=brick
"""What is resent is decided by a class that a helper chose; the resend is reported where the loop is."""

import time

import requests

URL = "http://localhost:8080/open-banking/accounts/v2/accounts"


class Refused(Exception):
    def __init__(self, status, body):
        super().__init__(status)
        self.status = status
        self.code = body.get("code") or body.get("error") or ""
        self.detail = body.get("detail") or body.get("message") or ""


class Down(Refused):
    pass


def classify(response):
    try:
        body = response.json()
    except ValueError:
        body = {}
    kind = Down if response.status_code >= 500 else Refused
    return kind(response.status_code, body)


def accounts():
    for attempt in range(11):
        response = requests.get(URL, timeout=30)
        if response.status_code == 200:
            return response.json()["data"]
        error = classify(response)
        if not isinstance(error, Down) or attempt == 10:  # error: EP103
            raise error
        time.sleep(3 * 2 ** min(attempt, 4))


def accounts_as_documented():
    for attempt in range(6):
        response = requests.get(URL, timeout=30)
        if response.status_code == 200:
            return response.json()["data"]
        error = classify(response)
        if not isinstance(error, Down) or attempt == 5:
            raise error
        time.sleep(3 * 2**attempt)
