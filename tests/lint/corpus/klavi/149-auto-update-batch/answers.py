"""Answers of "update user data". The other calls have a table of their own (see connect.py in the main service)."""
from __future__ import annotations

from enum import Enum, IntEnum
from typing import Any


class Owner(Enum):
    """Who has to do something before the row may be sent again."""

    NOBODY = "-"
    CUSTOMER = "customer"
    PARTNER_DESK = "partner desk"
    US = "our code"
    UNKNOWN = "?"


class Answer(IntEnum):
    OK = 200, Owner.NOBODY
    INVALID_ROUTE = 600, Owner.US
    NOT_AUTHORISED_BY_USER = 601, Owner.CUSTOMER
    INVALID_BODY = 602, Owner.US
    INVALID_ACCESS = 701, Owner.PARTNER_DESK
    PARTNER_NOT_ACTIVATED = 702, Owner.PARTNER_DESK
    WRONG_PARTNER_CREDENTIALS = 703, Owner.PARTNER_DESK
    NO_PERMISSION = 704, Owner.PARTNER_DESK
    BAD_FORMAT = 708, Owner.US
    UNHEARD_OF = -1, Owner.UNKNOWN

    owner: Owner

    def __new__(cls, number: int, owner: Owner) -> "Answer":
        member = int.__new__(cls, number)
        member._value_ = number
        member.owner = owner
        return member

    @classmethod
    def _missing_(cls, value: object) -> "Answer":
        return cls.UNHEARD_OF

    @classmethod
    def of(cls, raw: Any) -> "Answer":
        """The page doesn't say whether codes are numbers or text; both arrive here."""
        try:
            return cls(int(raw))
        except (TypeError, ValueError):
            return cls.UNHEARD_OF
