# errpact: provider=flanks
"""A return in finally drops the exception; a finally that only cleans up doesn't."""

import io

import requests


class FlanksError(Exception):
    def __init__(self, response):
        super().__init__(f"HTTP {response.status_code}")
        self.response = response


def movements(token):
    response = requests.post("http://localhost:8080/v0/bank/transaction", json={"credentials_token": token})
    if response.status_code != 200:
        raise FlanksError(response)
    return response.json()["transactions"]


def export(token):
    out = io.StringIO()
    try:
        out.write(str(movements(token)))
    finally:
        return out.getvalue()  # error: EP204


def export_or_fail(token):
    out = io.StringIO()
    try:
        out.write(str(movements(token)))
        return out.getvalue()
    finally:
        out.close()
