# errpact: provider=khipu
"""Codes among the advice."""

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


def crossed(operation):
    try:
        return send(operation)
    except KhipuError as error:
        if error.advice in ("RETRY_IMMEDIATELY", "A000"):  # error: EP304 A000
            return "again", error.code
        raise


def straight(operation):
    try:
        return send(operation)
    except KhipuError as error:
        if error.advice in ("RETRY_IMMEDIATELY", "WAIT_4_HOURS_BEFORE_RETRY"):
            return "again", error.code
        raise
