# errpact: provider=flanks
"""None comes back for every error: nobody can tell any more what to do about it. A result that says which it was can,
and so can a note of it, or None for the one error that has no data."""

import requests

URL = "http://localhost:8080/v0/bank/account"


def ask(token):
    return requests.post(URL, json={"credentials_token": token}, timeout=30)


def none_for_all(token):
    reply = ask(token)
    if reply.status_code != 200:  # error: EP203
        return None
    return reply.json()["accounts"]


def the_code_of_it(token):
    reply = ask(token)
    if reply.status_code != 200:
        return None, reply.json().get("error_code")
    return reply.json()["accounts"], None


def noted(token, failures):
    reply = ask(token)
    if reply.status_code != 200:
        failures.append((reply.status_code, reply.json()))
        return None
    return reply.json()["accounts"]


def none_for_one(token):
    reply = ask(token)
    body = reply.json()
    if body.get("error_code") == 20001:
        return None
    if reply.status_code != 200:
        raise ValueError(body)
    return body["accounts"]
