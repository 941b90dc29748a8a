# errpact: provider=khipu
"""Four hours by the advice, in seconds."""

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


def after_four_minutes(operation):
    try:
        return send(operation)
    except KhipuError as error:
        if error.advice != "WAIT_4_HOURS_BEFORE_RETRY":
            raise
    time.sleep(4 * 60)  # error: EP102
    return send(operation)


def after_four_hours(operation):
    try:
        return send(operation)
    except KhipuError as error:
        if error.advice != "WAIT_4_HOURS_BEFORE_RETRY":
            raise
    time.sleep(4 * 60 * 60)
    return send(operation)
