"""What Klavi's numbers mean to us."""
from __future__ import annotations

from enum import Enum


class Blame(Enum):
    EMPLOYEE = "employee"
    BANK = "bank"
    PARTNER = "partner"
    KLAVI = "klavi"


PARTIAL = frozenset({201, 202, 203})

LINK_FAILURES = range(400, 435)
PARTNER_FAILURES = range(500, 506)

_EMPLOYEE = frozenset({402, 406, 407, 408, 409, 410, 413, 416, 417, 418, 419, 420, 433, 434, 435})
_BANK = frozenset({403, 405, 414, 415, 432})


def blame(code: int) -> Blame:
    if code in _EMPLOYEE:
        return Blame.EMPLOYEE
    if code in _BANK:
        return Blame.BANK
    if 501 <= code <= 505 or code in (400, 411, 412):
        return Blame.PARTNER
    return Blame.KLAVI
