# errpact: provider=klavi
"""Enums that make a member of what isn't one."""

import enum

import requests


class KlaviError(Exception):
    def __init__(self, code):
        super().__init__(f"klavi says {int(code)}")
        self.code = code


class Code(enum.IntEnum):
    OK = 200

    @classmethod
    def _missing_(cls, value):
        member = int.__new__(cls, value)
        member._name_ = f"C{value}"
        member._value_ = value
        return member


def ask(link):
    return requests.post(f"https://api.klavi.ai/data/v1/links/{link}/report", timeout=30).json()


def report(link):
    body = ask(link)
    code = Code(body["code"])
    if code is not Code.OK:
        raise KlaviError(code)
    return body["data"]


def report_of_some(link):
    body = ask(link)
    code = Code(body["code"])
    if code.value in (402, 404):  # error: EP201  # error: EP202
        raise KlaviError(code)
    return body["data"]
