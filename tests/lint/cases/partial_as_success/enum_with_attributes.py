# errpact: provider=klavi
"""Members of an enum hold what its own methods, or a dataclass that it is mixed with, make of their values."""

import enum
from dataclasses import dataclass

import requests

URL = "http://localhost:8080/data/v1/income"


class Refused(Exception):
    def __init__(self, outcome, code, message):
        super().__init__(outcome, code, message)
        self.code = code


class ByInit(enum.Enum):
    COMPLETE = (range(200, 300), True)
    FAILED = ((), False)

    def __init__(self, codes, usable):
        self.codes = codes
        self.usable = usable


class ByNew(enum.Enum):
    COMPLETE = ("complete", (200,), True)
    PARTIAL = ("partial", (201, 202, 203), False)
    FAILED = ("failed", (), False)

    def __new__(cls, word, codes, usable):
        member = object.__new__(cls)
        member._value_ = word
        member.codes = codes
        member.usable = usable
        return member


@dataclass(frozen=True)
class Kind:
    codes: tuple[int, ...]
    usable: bool


class ByRecord(Kind, enum.Enum):
    COMPLETE = (200, 201), True
    FAILED = (), False


def fetch(cpf):
    return requests.post(URL, json={"cpf": cpf}, timeout=30).json()


def outcome_of(kinds, code):
    return next((kind for kind in kinds if code in kind.codes), kinds.FAILED)


def by_init(cpf):
    body = fetch(cpf)
    outcome = outcome_of(ByInit, body["code"])
    if outcome.usable:  # error: EP202 201 202 203
        return body["data"]
    raise Refused(outcome, body["code"], body["message"])


def by_new(cpf):
    body = fetch(cpf)
    outcome = outcome_of(ByNew, body["code"])
    if outcome.usable:
        return body["data"]
    raise Refused(outcome.value, body["code"], body["message"])


def by_record(cpf):
    body = fetch(cpf)
    outcome = outcome_of(ByRecord, body["code"])
    if outcome.usable:  # error: EP202 201
        return body["data"]
    raise Refused(outcome, body["code"], body["message"])
