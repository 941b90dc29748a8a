# errpact: provider=khipu
"""A predicate: by the advice."""

import time

import requests


URL = "http://localhost:8080/v1/statements"


class KhipuError(Exception):
    def __init__(self, code, advice):
        super().__init__(f"{code}: {advice}")
        self.code = code
        self.advice = advice


def send(operation):
    body = requests.post(URL, json={"OperationId": operation}, timeout=30).json()
    if body["Status"] == "ERROR":
        raise KhipuError(body["Error"]["Code"], body["Error"]["Type"])
    return body["Data"]


PASSING = {"E200", "E201", "E299"}


def passing(error):
    return error.code in PASSING and error.advice == "WAIT_4_HOURS_BEFORE_RETRY"


def again(operation):
    for attempt in range(2):
        try:
            return send(operation)
        except KhipuError as error:
            if attempt or not passing(error):
                raise
            time.sleep(14400)
