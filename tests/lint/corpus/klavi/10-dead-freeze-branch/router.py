"""Turns replies of Klavi into decisions of the onboarding flow."""
from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any


class Next(Enum):
    DONE = auto()
    ASK_AGAIN = auto()
    TOMORROW = auto()
    IN_HALF_AN_HOUR = auto()
    CALL_US = auto()
    PARTIAL = auto()


@dataclass(frozen=True)
class Decision:
    next: Next
    code: int
    message: str = ""
    data: Any = None


def decide(body: dict[str, Any]) -> Decision:
    code = body["code"]
    text = body.get("message", "")
    if code == 200:
        return Decision(Next.DONE, code, data=body["data"])
    elif code < 300:
        return Decision(Next.PARTIAL, code, text, body["data"])
    elif 402 <= code < 430:
        return Decision(Next.ASK_AGAIN, code, text)
    elif code in (406, 414):
        return Decision(Next.TOMORROW, code, text)
    elif code == 415:
        return Decision(Next.IN_HALF_AN_HOUR, code, text)
    elif code in (433, 434, 435):
        return Decision(Next.ASK_AGAIN, code, text)
    return Decision(Next.CALL_US, code, text)
