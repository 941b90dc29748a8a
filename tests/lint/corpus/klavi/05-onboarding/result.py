from __future__ import annotations

import enum

import attrs


class Step(enum.Enum):
    DONE = enum.auto()
    PARTLY = enum.auto()
    RETYPE = enum.auto()
    CLOSE_SESSIONS = enum.auto()
    TOMORROW = enum.auto()
    HALF_HOUR = enum.auto()
    BANK_APP = enum.auto()
    SUPPORT = enum.auto()


@attrs.frozen
class Reply:
    code: int = attrs.field(converter=int)
    message: str = attrs.field(default="", converter=str)

    @classmethod
    def parse(cls, body: dict) -> Reply:
        return cls(code=body["code"], message=body.get("message", ""))


@attrs.frozen
class Outcome:
    step: Step
    reply: Reply
