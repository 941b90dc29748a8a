# errpact: provider=khipu
"""Between the documented ranges there is nothing."""

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


def outside(operation):
    try:
        return send(operation)
    except KhipuError as error:
        if error.code == "E600":  # error: EP301 E600 E500 E400
            return "odd", error.code
        raise


def inside(operation):
    try:
        return send(operation)
    except KhipuError as error:
        if error.code == "E260":
            return "odd", error.code
        raise
