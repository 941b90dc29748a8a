# errpact: provider=flanks
"""A variable that only some branches give a value is none in the others."""

import requests

URL = "http://localhost:8080/v0/bank/account"


class FlanksError(Exception):
    def __init__(self, status, body):
        super().__init__(f"Flanks answered {status}")
        self.status = status
        self.body = body


class Later(FlanksError):
    pass


class Ours(FlanksError):
    pass


def ask(token):
    return requests.post(URL, json={"credentials_token": token}, timeout=30)


def no_else(token):
    reply = ask(token)
    body = reply.json()
    if reply.status_code == 200 and "error_code" not in body:
        return body["accounts"]
    if body.get("error_code") in (20001, 20002, 20003, 50001):
        kind = Later
    elif body.get("error_code") == 40001:
        kind = Ours
    raise kind(reply.status_code, body)  # error: EP206 401 405 415 500 50002 50003


def caught_and_dropped(token):
    reply = ask(token)
    body = reply.json()
    try:
        if reply.status_code != 200 or "error_code" in body:
            raise FlanksError(reply.status_code, body)
        accounts = body["accounts"]
    except FlanksError as error:
        if error.status == 401:
            raise
    return accounts  # error: EP206


def with_else(token):
    reply = ask(token)
    body = reply.json()
    if reply.status_code == 200 and "error_code" not in body:
        return body["accounts"]
    kind: type[FlanksError]
    if body.get("error_code") in (20001, 20002, 20003, 50001):
        kind = Later
    else:
        kind = Ours
    raise kind(reply.status_code, body)


def twice_the_same_question(token, settings):
    """Whether both conditions hold at the same time isn't known, and not a matter of the reply."""
    if settings.verbose():
        prefix = "Flanks: "
    reply = ask(token)
    body = reply.json()
    if reply.status_code != 200 or "error_code" in body:
        if settings.verbose():
            print(prefix, reply.status_code)
        raise FlanksError(reply.status_code, body)
    return body["accounts"]


def given_in_a_loop(tokens):
    for token in tokens:
        reply = ask(token)
        body = reply.json()
    if reply.status_code != 200 or "error_code" in body:
        raise FlanksError(reply.status_code, body)
    return body["accounts"]


def of_the_function_around(token):
    def told():
        nonlocal kind
        kind = Later

    reply = ask(token)
    body = reply.json()
    if reply.status_code != 200 or "error_code" in body:
        kind = Ours
        if reply.status_code >= 500:
            told()
        raise kind(reply.status_code, body)
    return body["accounts"]
