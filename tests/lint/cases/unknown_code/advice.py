# errpact: provider=khipu
"""An advice that does not exist."""

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


def misspelt(operation):
    try:
        return send(operation)
    except KhipuError as error:
        if error.advice == "WAIT_2_HOURS_BEFORE_RETRY":  # error: EP301 WAIT_2_HOURS_BEFORE_RETRY WAIT_4_HOURS_BEFORE_RETRY
            return "later", error.code
        raise


def right(operation):
    try:
        return send(operation)
    except KhipuError as error:
        if error.advice == "WAIT_4_HOURS_BEFORE_RETRY":
            return "later", error.code
        raise
