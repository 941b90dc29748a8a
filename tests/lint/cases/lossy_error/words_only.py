# errpact: provider=flanks
"""An error in words only, and one that keeps its code."""

import requests


URL = "http://localhost:8080/v0/bank/account"


class Refused(Exception):
    def __init__(self, message, code=None):
        super().__init__(message)
        self.code = code


def in_words(token):
    response = requests.post(URL, json={"token": token}, timeout=30)
    if response.status_code != 200:
        raise Refused("Flanks refused")  # error: EP203 20001 20002 20003 40001 50001 50002 50003 401 405 415 500
    return response.json()["accounts"]


def with_code(token):
    response = requests.post(URL, json={"token": token}, timeout=30)
    if response.status_code != 200:
        raise Refused("Flanks refused", (response.status_code, response.json().get("error_code")))
    return response.json()["accounts"]
