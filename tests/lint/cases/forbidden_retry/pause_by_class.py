# errpact: provider=flanks
"""What a function answers decides: where that is tested, there the resend is decided."""

import time
from functools import singledispatch

import requests

URL = "http://localhost:8080/v0/bank/account"


class FlanksError(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


class Passing(FlanksError):
    pass


def too_broad(code):
    if code in (20001, 40001, 50001):
        return Passing(code)
    return FlanksError(code)


def exact(code):
    if code in (20001, 50001):
        return Passing(code)
    return FlanksError(code)


@singledispatch
def pause_after(error, tried):
    return None


@pause_after.register
def _(error: Passing, tried):
    return 60 * tried if tried < 3 else None


def accounts(token):
    tried = 0
    while True:
        reply = requests.post(URL, json={"credentials_token": token}, timeout=30)
        if reply.status_code == 200:
            return reply.json()
        error = too_broad(reply.json().get("error_code"))
        tried += 1
        pause = pause_after(error, tried)
        if pause is None:  # error: EP101 40001
            raise error
        time.sleep(pause)


def accounts_with_care(token):
    tried = 0
    while True:
        reply = requests.post(URL, json={"credentials_token": token, "all": True}, timeout=30)
        if reply.status_code == 200:
            return reply.json()
        error = exact(reply.json().get("error_code"))
        tried += 1
        pause = pause_after(error, tried)
        if pause is None:
            raise error
        time.sleep(pause)
