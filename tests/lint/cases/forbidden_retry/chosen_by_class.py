# errpact: provider=flanks
"""functools.singledispatch says what is done with each outcome."""

import time
from dataclasses import dataclass
from functools import singledispatch, singledispatchmethod

import requests

URL = "http://localhost:8080/v0/bank/account"


@dataclass
class Wrong:
    code: int


@dataclass
class Running:
    code: int


@dataclass
class Broken:
    code: int


class FlanksError(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


def ask(token):
    reply = requests.post(URL, json={"credentials_token": token}, timeout=30)
    body = reply.json()
    code = body.get("error_code")
    if code == 20002:
        return Running(code)
    if code in (40001, 50002, 50003):  # error: EP101 40001 50002 50003
        return Wrong(code)
    if reply.status_code != 200 or code is not None:
        return Broken(code)
    return body


@singledispatch
def again(outcome):
    return False


@again.register
def _(outcome: Running):
    time.sleep(60)
    return True


@again.register(Broken)
def _(outcome):
    raise FlanksError(outcome.code)


class Eager:
    @singledispatchmethod
    def again(self, outcome):
        return False

    @again.register
    def _(self, outcome: Running):
        time.sleep(60)
        return True

    @again.register(Wrong)
    def _(self, outcome):
        return True

    def read(self, token):
        for attempt in range(3):
            outcome = ask(token)
            if not self.again(outcome):
                return outcome
        raise FlanksError(outcome.code)


def read(token):
    for attempt in range(3):
        outcome = ask(token)
        if not again(outcome):
            return outcome
    raise FlanksError(outcome.code)
