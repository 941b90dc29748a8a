"""Khipu's code groups, as data."""
from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache


class Family(StrEnum):
    AUTH = "our token"
    LOGON = "logon at the bank"
    BANK_DOWN = "bank unavailable"
    NO_DATA = "nothing found"
    PARAMETERS = "bad parameter"
    PAYMENTS = "automatic payments"
    CUSTOM = "see description"
    GENERIC = "no details"
    INCOMPLETE = "scraping not finished"
    PROCESSING = "processing"
    TIMEOUT = "timeout"
    INFRASTRUCTURE = "khipu infrastructure"
    REQUEST = "bad request"
    EXPIRED = "deadline of the asynchronous call"
    UNDOCUMENTED = "undocumented"


# letter, first, last, family
GROUPS: tuple[tuple[str, int, int, Family], ...] = (
    ("A", 0, 0, Family.AUTH),
    ("E", 0, 0, Family.GENERIC),
    ("E", 100, 199, Family.LOGON),
    ("E", 200, 299, Family.BANK_DOWN),
    ("E", 300, 399, Family.NO_DATA),
    ("E", 400, 499, Family.PARAMETERS),
    ("E", 500, 599, Family.PAYMENTS),
    ("E", 999, 999, Family.CUSTOM),
    ("D", 0, 0, Family.INCOMPLETE),
    ("F", 0, 0, Family.PROCESSING),
    ("T", 0, 0, Family.TIMEOUT),
    ("I", 1, 3, Family.INFRASTRUCTURE),
    ("P", 1, 3, Family.REQUEST),
    ("L", 0, 0, Family.EXPIRED),
)

# the same request can't get better by itself
HOPELESS = frozenset({Family.AUTH, Family.LOGON, Family.PARAMETERS, Family.REQUEST})

_SHAPE = re.compile(r"([A-Z])(\d{3})")


@lru_cache(maxsize=256)
def family_of(code: str) -> Family:
    if not (m := _SHAPE.fullmatch(code)):
        return Family.UNDOCUMENTED
    letter, number = m[1], int(m[2])
    hits = (family for first, low, high, family in GROUPS if first == letter and low <= number <= high)
    return next(hits, Family.UNDOCUMENTED)
