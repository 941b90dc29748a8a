from __future__ import annotations

import enum


class Verdict(enum.Enum):
    DONE = enum.auto()
    PARTIAL = enum.auto()
    AGAIN = enum.auto()
    USER = enum.auto()
    HALF_AN_HOUR = enum.auto()
    TOMORROW = enum.auto()


def judge(code: int) -> Verdict | None:
    match code:
        case 200:
            return Verdict.DONE
        case 201 | 202 | 203:
            return Verdict.PARTIAL
        case 429 | 500:
            return Verdict.AGAIN
        case n if 400 <= n < 430:
            return Verdict.USER
        case 415:
            return Verdict.HALF_AN_HOUR
        case 406 | 414:
            return Verdict.TOMORROW
