# errpact: provider=khipu
"""Recursion after a minute, and after half a day."""

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


def after_a_minute(operation, left=1):
    try:
        return send(operation)
    except KhipuError as error:
        if error.advice == "WAIT_4_HOURS_BEFORE_RETRY" and left:
            time.sleep(60)  # error: EP102
            return after_a_minute(operation, left - 1)
        raise


def after_half_a_day(operation, left=1):
    try:
        return send(operation)
    except KhipuError as error:
        if error.advice == "WAIT_4_HOURS_BEFORE_RETRY" and left:
            time.sleep(12 * 3600)
            return after_half_a_day(operation, left - 1)
        raise
