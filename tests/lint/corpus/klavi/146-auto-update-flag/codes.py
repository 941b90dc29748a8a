"""Codes of the "update user data" service, and what the panel shows for them."""
from __future__ import annotations

from enum import IntEnum


class UpdateCode(IntEnum):
    OK = 200
    INVALID_ROUTE = 600
    NOT_AUTHORIZED_BY_USER = 601
    INVALID_BODY = 602
    INVALID_ACCESS = 701
    PARTNER_NOT_ACTIVATED = 702
    PARTNER_CREDENTIAL = 703
    NO_PERMISSION = 705
    DATA_FORMAT = 708
    OTHER = -1

    @classmethod
    def _missing_(cls, value: object) -> "UpdateCode":
        return cls.OTHER

    @property
    def ours(self) -> bool:
        """True where our own configuration is to blame, so that nobody calls the customer."""
        return self in (
            UpdateCode.INVALID_ROUTE,
            UpdateCode.INVALID_BODY,
            UpdateCode.INVALID_ACCESS,
            UpdateCode.PARTNER_CREDENTIAL,
            UpdateCode.DATA_FORMAT,
        )
