from __future__ import annotations

import re
from enum import Enum


class Situation(Enum):
    RUNNING = "running"
    REVIEW = "review"
    LOGIN = "login"
    OUR_FAULT = "our-fault"
    UNKNOWN = "unknown"


PATTERNS: list[tuple[re.Pattern[str], Situation]] = [
    (re.compile(r"retrieving user data", re.I), Situation.RUNNING),
    (re.compile(r"24-48 hours|security checks?", re.I), Situation.REVIEW),
    (re.compile(r"invalid credentials|not authenticated", re.I), Situation.LOGIN),
    (re.compile(r"^(missing fields|invalid )", re.I), Situation.OUR_FAULT),
]


def situation(text: str) -> Situation:
    for pattern, found in PATTERNS:
        if pattern.search(text):
            return found
    return Situation.UNKNOWN
