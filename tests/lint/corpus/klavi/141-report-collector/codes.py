"""Klavi's open-data codes, as far as we treat them one by one."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum


class Code(IntEnum):
    OK = 200
    EXTRA_AUTHORIZATION = 201
    TRANSACTIONS_MISSING = 202
    CPF_MISSING = 203
    BANK_SERVICE = 403
    FROZEN = 406
    SECURITY = 414
    REGISTRATION = 415
    TOO_MANY_REQUESTS = 429


@dataclass(frozen=True, slots=True)
class Again:
    """Same login once more, after `wait` and at most `times` times."""

    wait: timedelta
    times: int


PARTIAL = frozenset({Code.EXTRA_AUTHORIZATION, Code.TRANSACTIONS_MISSING, Code.CPF_MISSING})
TOMORROW = frozenset({Code.FROZEN, Code.SECURITY})
A_DAY = timedelta(hours=24)

AGAIN: dict[int, Again] = {
    Code.REGISTRATION: Again(timedelta(minutes=30), 3),
    Code.BANK_SERVICE: Again(timedelta(minutes=10), 2),
    Code.TOO_MANY_REQUESTS: Again(timedelta(minutes=1), 2),
}
