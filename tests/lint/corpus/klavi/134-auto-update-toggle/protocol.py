"""Codes of 'update user data'. They are not those of the report endpoints."""
from __future__ import annotations

from enum import IntEnum


class UpdateCode(IntEnum):
    OK = 200
    INVALID_ROUTE = 600
    NOT_AUTHORIZED_BY_USER = 601
    BODY_INVALID = 602
    ACCESS_MISSING = 701
    PARTNER_INACTIVE = 702
    PARTNER_INVALID = 703
    NO_PERMISSION = 704
    FORMAT_INVALID = 708


OUR_SETUP = frozenset(
    {
        UpdateCode.INVALID_ROUTE,
        UpdateCode.ACCESS_MISSING,
        UpdateCode.PARTNER_INACTIVE,
        UpdateCode.PARTNER_INVALID,
        UpdateCode.NO_PERMISSION,
    }
)


class UpdateRefused(Exception):
    def __init__(self, connection_key: str, code: int, message: str) -> None:
        super().__init__(f"{connection_key}: {code} {message}")
        self.connection_key = connection_key
        self.code = code
        self.message = message


class MisconfiguredPartner(UpdateRefused):
    """No sense in going on with the batch."""
