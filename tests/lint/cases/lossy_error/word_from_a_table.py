# errpact: provider=flanks
"""A single word for each code (a member's name or value, a name from a table) tells a program which code it was; a
sentence for each, or one word for all, does not."""

from enum import IntEnum

import requests

URL = "http://localhost:8080/v0/bank/account"


class Code(IntEnum):
    UNAVAILABLE = 20001
    RETRIEVING = 20002
    HELD = 20003
    TOKEN = 40001
    CHALLENGE = 50001
    CREDENTIALS = 50002
    INVALID = 50003


NAMES = {20001: "unavailable", 20002: "retrieving", 20003: "held", 40001: "token", 50001: "challenge",
         50002: "credentials", 50003: "invalid"}  # fmt: skip
SENTENCES = {20001: "no data", 20002: "not yet there", 20003: "is held", 40001: "bad token", 50001: "give a code",
             50002: "wrong password", 50003: "not valid"}  # fmt: skip
ACTIONS = {20001: "later", 20002: "later", 20003: "ask", 40001: "ask", 50001: "ask", 50002: "ask", 50003: "ask"}


class Broken(Exception):
    pass


def body_of(token):
    reply = requests.post(URL, json={"credentials_token": token}, timeout=30)
    body = reply.json()
    if reply.status_code == 200 and "error" not in body:
        return body, None
    if "error_code" not in body:
        raise Broken(reply.status_code, body)
    return body, body["error_code"]


def by_name(token):
    body, code = body_of(token)
    if code is not None:
        raise Broken(Code(code).name)
    return body


def by_value(token):
    body, code = body_of(token)
    if code is not None:
        raise Broken("Flanks", Code(code).value)
    return body


def by_table(token):
    body, code = body_of(token)
    if code is not None:
        raise Broken(NAMES.get(code, "unknown"))
    return body


def by_sentence(token):
    body, code = body_of(token)
    if code is not None:
        raise Broken(SENTENCES.get(code, "we do not know"))  # error: EP203
    return body


def by_what_is_to_be_done(token):
    body, code = body_of(token)
    if code is not None:
        raise Broken(ACTIONS.get(code, "ask"))
    return body


def one_word(token):
    body, code = body_of(token)
    if code is not None:
        raise Broken("refused")  # error: EP203
    return body
