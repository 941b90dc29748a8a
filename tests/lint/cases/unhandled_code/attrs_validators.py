# errpact: provider=klavi
"""Validators of attrs look at the object when it is made; members of an enum may be functions."""

import enum

import attrs
import requests

from app import schema


class KlaviError(Exception):
    def __init__(self, code):
        super().__init__(f"klavi says {code}")
        self.code = code


def ask(link):
    return requests.post(f"https://api.klavi.ai/data/v1/links/{link}/report", timeout=30).json()


def succeeded(reply, attribute, code):
    if code != 200:
        raise KlaviError(code)


def no_wrong_credential(reply, attribute, code):
    if code == 402:  # error: EP201  # error: EP202
        raise KlaviError(code)


@attrs.define
class Reply:
    code: int = attrs.field(validator=succeeded)
    data: dict = attrs.field(factory=dict)


@attrs.define
class ReplyOfSeveral:
    code: int = attrs.field(validator=[no_wrong_credential, succeeded])
    data: dict = attrs.field(factory=dict)


@attrs.define
class ReplyByMethod:
    code: int = attrs.field()
    data: dict = attrs.field(factory=dict)

    @code.validator
    def _succeeded(self, attribute, code):
        if code != 200:
            raise KlaviError(code)


@attrs.define
class ReplyOfLittle:
    code: int = attrs.field(validator=no_wrong_credential)
    data: dict = attrs.field(factory=dict)


def report(link):
    body = ask(link)
    return Reply(body["code"], body.get("data")).data


def report_of_several(link):
    body = ask(link)
    return ReplyOfSeveral(body["code"], body.get("data")).data


def report_by_method(link):
    body = ask(link)
    return ReplyByMethod(body["code"], body.get("data")).data


def report_of_little(link):
    body = ask(link)
    return ReplyOfLittle(body["code"], body.get("data")).data


@attrs.define
class ReplyOfASchema:
    code: int
    data: dict

    @schema.validator
    def _looked_at(self, attribute, value):
        """What somebody else's decorator makes of it is not known."""


def report_of_a_schema(link):
    body = ask(link)
    if body["code"] != 200:
        raise KlaviError(body["code"])
    return ReplyOfASchema(body["code"], body["data"])


def give(body):
    return body["data"]


def fail(body):
    raise KlaviError(body["code"])


class Verdict(enum.Enum):
    GOOD = enum.member(give)
    BAD = enum.member(fail)

    def __call__(self, body):
        return self.value(body)


def report_by_member(link):
    body = ask(link)
    return (Verdict.GOOD if body["code"] == 200 else Verdict.BAD)(body)
