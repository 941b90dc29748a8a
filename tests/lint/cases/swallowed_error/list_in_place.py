# errpact: provider=flanks
"""`+=` of a list changes the list that others hold, too; `+` makes another."""

import requests

URL = "http://localhost:8080/v0/bank/account"


class FlanksError(Exception):
    def __init__(self, status, body):
        super().__init__(f"Flanks answered {status}")
        self.code = body.get("error_code")


def accounts(token):
    reply = requests.post(URL, json={"credentials_token": token}, timeout=30)
    body = reply.json()
    if reply.status_code != 200:
        raise FlanksError(reply.status_code, body)
    return body["accounts"]


def in_place(tokens):
    found, failed = [], []
    noted = failed
    for token in tokens:
        try:
            found += accounts(token)
        except FlanksError as error:
            noted += [(token, error.code)]
    return found, failed


def another(tokens):
    found, failed = [], []
    noted = failed
    for token in tokens:
        try:
            found += accounts(token)
        except FlanksError as error:  # error: EP204
            noted = [*noted, (token, error.code)]
    return found, failed
