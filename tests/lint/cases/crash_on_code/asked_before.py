# errpact: provider=flanks
"""What another request gave before: whatever its reply said, this one may be refused."""

import time

import requests

URL = "http://localhost:8080/v0"


class FlanksError(Exception):
    def __init__(self, status, body):
        super().__init__(f"Flanks answered {status}")
        self.status = status
        self.body = body
        self.code = body.get("error_code")


def careless(path, token):
    reply = requests.post(URL + path, json={"credentials_token": token}, timeout=30)
    body = reply.json()
    if body.get("error_code") is not None:  # error: EP201 401 405 415 500
        raise FlanksError(reply.status_code, body)
    return body


def careful(path, token):
    reply = requests.post(URL + path, json={"credentials_token": token}, timeout=30)
    body = reply.json()
    if reply.status_code != 200 or body.get("error_code") is not None:
        raise FlanksError(reply.status_code, body)
    return body


def after_a_state(token):
    while careless("/credentials/status", token).get("pending"):
        time.sleep(60)
    return careless("/bank/account", token)["accounts"]  # error: EP206 401 405 415 500


def after_a_state_with_care(token):
    while careful("/credentials/status", token).get("pending"):
        time.sleep(60)
    return careful("/bank/account", token)["accounts"]


def asked_between(token):
    """What the state said after the refusal may be why it is asked again at once."""
    try:
        return careful("/bank/account", token)["accounts"]
    except FlanksError as error:
        if error.code != 20002:
            raise
    if careful("/credentials/status", token).get("pending"):
        raise TimeoutError(token)
    return careful("/bank/account", token)["accounts"]
