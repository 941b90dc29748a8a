# errpact: provider=flanks
"""What an unfinished result lacks is read as if it were complete; a test that changes nothing is no check."""

import logging

import requests

log = logging.getLogger(__name__)
URL = "http://localhost:8080/v0/bank/account"


class FlanksError(Exception):
    def __init__(self, status, body):
        super().__init__(status, body)
        self.body = body


class UnderReview(FlanksError):
    pass


def accounts(token):
    reply = requests.post(URL, json={"credentials_token": token}, timeout=30)
    body = reply.json()
    if reply.status_code >= 400:
        raise FlanksError(reply.status_code, body)
    if body.get("error_code") == 20003:
        log.warning("under review")
    if body.get("error_code") not in (None, 20003):
        raise FlanksError(reply.status_code, body)
    return body["accounts"]  # error: EP202 20003


def seen(token):
    reply = requests.post(URL, json={"credentials_token": token}, timeout=30)
    body = reply.json()
    if reply.status_code >= 400:
        raise FlanksError(reply.status_code, body)
    if body.get("error_code") == 20003:
        log.warning("under review")
        raise UnderReview(reply.status_code, body)
    if body.get("error_code") is not None:
        raise FlanksError(reply.status_code, body)
    return body["accounts"]


def with_a_mark(token):
    reply = requests.post(URL, json={"credentials_token": token}, timeout=30)
    body = reply.json()
    if reply.status_code >= 400 or body.get("error_code") not in (None, 20003):
        raise FlanksError(reply.status_code, body)
    level = "review" if body.get("error_code") == 20003 else "final"
    return {"level": level, "accounts": body.get("accounts", [])}
