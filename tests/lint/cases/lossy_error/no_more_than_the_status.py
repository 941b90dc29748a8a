# errpact: provider=flanks
"""Flanks has a remedy of its own for each code of 400: who only learns the status, and a sentence, knows none of them."""

import requests

URL = "http://localhost:8080/v0/bank/account"


class FlanksError(Exception):
    def __init__(self, status, code, text):
        super().__init__(f"HTTP {status} {code}: {text}")
        self.status = status
        self.code = code
        self.text = text


class Ours(FlanksError):
    pass


def ask(token):
    return requests.post(URL, json={"credentials_token": token}, timeout=30)


def wrong_field(token):
    reply = ask(token)
    body = reply.json()
    if reply.status_code != 200 or "error_code" in body:
        raise FlanksError(reply.status_code, body.get("message"), body.get("error"))  # error: EP203 20001 20002 20003 40001
    return body["accounts"]


def right_field(token):
    reply = ask(token)
    body = reply.json()
    if reply.status_code != 200 or "error_code" in body:
        raise FlanksError(reply.status_code, body.get("error_code"), body.get("error"))
    return body["accounts"]


def told_in_the_text(token):
    reply = ask(token)
    body = reply.json()
    if reply.status_code != 200 or "error_code" in body:
        text = f"{body.get('error_code')}: {body.get('error')}"
        raise FlanksError(reply.status_code, None, text)
    return body["accounts"]


def some_of_them_as_one(token):
    """Which codes are one thing to it is the client's choice."""
    reply = ask(token)
    body = reply.json()
    if body.get("error_code") in (20001, 20002, 20003):
        raise FlanksError(reply.status_code, None, "later")
    if reply.status_code != 200 or "error_code" in body:
        raise Ours(reply.status_code, body.get("error_code"), body.get("error"))
    return body["accounts"]
