# errpact: provider=flanks
"""The base class is caught first, or last."""

import requests


URL = "http://localhost:8080/v0/bank/account"


class Refused(Exception):
    def __init__(self, code, body):
        super().__init__(code)
        self.code = code
        self.body = body


class Review(Refused):
    pass


def send(token):
    response = requests.post(URL, json={"token": token}, timeout=30)
    body = response.json()
    if body.get("error_code") == 20003:
        raise Review(20003, body)
    if response.status_code != 200:
        raise Refused(body.get("error_code"), body)
    return body


def base_first(token):
    try:
        return send(token)
    except Refused as error:
        return "failed", error.code
    except Review as error:  # error: EP306 20003
        return "review", error.code


def base_last(token):
    try:
        return send(token)
    except Review as error:
        return "review", error.code
    except Refused as error:
        return "failed", error.code
