# errpact: provider=flanks
"""A function gives a reply for some cases and nothing for others: each is what it is."""

import requests

URL = "http://localhost:8080/v0/bank/account"


class FlanksError(Exception):
    def __init__(self, reply):
        super().__init__(reply.status_code, reply.text)
        self.reply = reply


def ask(token):
    reply = requests.post(URL, json={"credentials_token": token}, timeout=30)
    if reply.status_code >= 500:
        return None
    return reply


def careless(token):
    reply = ask(token)
    if reply.ok and reply.json().get("error_code") is None:  # error: EP206
        return reply.json()["accounts"]
    raise FlanksError(reply)


def careful(token):
    reply = ask(token)
    if reply is None:
        raise RuntimeError("500: Flanks is not there")
    if reply.ok and reply.json().get("error_code") is None:
        return reply.json()["accounts"]
    raise FlanksError(reply)
