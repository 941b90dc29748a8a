# errpact: provider=flanks
"""A range or a slice wants whole numbers: texts and fractions end in a TypeError, which isn't seen before an error comes
that gets there."""

import requests

URL = "http://localhost:8080/v0/bank/account"


class FlanksError(Exception):
    def __init__(self, status, body, words):
        super().__init__(f"Flanks answered {status}: {words}")
        self.status = status
        self.body = body


def post(token):
    return requests.post(URL, json={"credentials_token": token}, timeout=30)


def in_a_text(token):
    reply = post(token)
    if reply.status_code == 200:
        return reply.json()["accounts"]
    if reply.status_code == 400:
        raise FlanksError(reply.status_code, reply.json(), "refused")
    raise FlanksError(reply.status_code, reply.json(), reply.text[:"200"])  # error: EP206


def in_a_range(token):
    reply = post(token)
    if reply.status_code == 200:
        return reply.json()["accounts"]
    if reply.status_code == 400:
        raise FlanksError(reply.status_code, reply.json(), "refused")
    if reply.status_code in range(500, 0.6):  # error: EP206
        raise FlanksError(reply.status_code, reply.json(), "later")
    raise FlanksError(reply.status_code, reply.json(), "never")


def whole(token):
    reply = post(token)
    if reply.status_code == 200:
        return reply.json()["accounts"]
    words = "later" if reply.status_code in range(500, 600) else "never"
    raise FlanksError(reply.status_code, reply.json(), words + reply.text[:200])


def by_labels(token, frame):
    """What isn't known to be a text may be cut by labels."""
    reply = post(token)
    if reply.status_code == 200:
        return reply.json()["accounts"]
    raise FlanksError(reply.status_code, reply.json(), frame["a":"c"])
