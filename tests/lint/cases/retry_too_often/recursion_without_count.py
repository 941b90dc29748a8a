# errpact: provider=khipu
"""Recursion without a count, and with one."""

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


def for_ever(operation):
    try:
        return send(operation)
    except KhipuError as error:
        if error.advice == "RETRY_IMMEDIATELY":  # error: EP103
            return for_ever(operation)
        raise


def three_times(operation, left=3):
    try:
        return send(operation)
    except KhipuError as error:
        if error.advice == "RETRY_IMMEDIATELY" and left:
            return three_times(operation, left - 1)
        raise
