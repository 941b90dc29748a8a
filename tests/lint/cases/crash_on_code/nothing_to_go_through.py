# errpact: provider=flanks
"""None where a list was meant: what goes through it fails, in a loop, a comprehension or a call; an empty list doesn't,
which is another mistake."""

import requests


URL = "http://localhost:8080/v0/bank/account"


class FlanksError(Exception):
    def __init__(self, reply):
        super().__init__(reply.status_code)
        self.body = reply.json()


def read(token, nothing):
    reply = requests.post(URL, json={"token": token}, timeout=30)
    if reply.status_code == 400:
        return nothing
    if reply.status_code != 200:
        raise FlanksError(reply)
    return reply.json()["accounts"]


def names(token):
    return [account["name"] for account in read(token, None)]  # error: EP206


def sorted_names(token):
    return sorted(read(token, None))  # error: EP206


def total(token):
    found = 0
    for account in read(token, None):  # error: EP206
        found += account["balance"]
    return found


def or_none(token):
    accounts = read(token, None)
    if accounts is None:
        raise ValueError("the bank gave an error", token)  # error: EP203
    return [account["name"] for account in accounts]


def or_code(token):
    found = read(token, "refused")
    if found == "refused":
        raise KeyError(token, found)  # error: EP203
    return [account["name"] for account in found]
