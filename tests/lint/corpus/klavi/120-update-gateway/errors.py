"""Errors of the "update user data" API and the mapper from wire codes."""
from __future__ import annotations

from typing import Any


class PlatformException(Exception):
    """Root of our exception tree."""


class KlaviUpdateException(PlatformException):
    def __init__(self, code: str, message: str, body: dict[str, Any]) -> None:
        super().__init__(f"klavi update refused with {code}: {message}")
        self.code = code
        self.body = body


class UserDeclined(KlaviUpdateException):
    pass


class BadUpdateRequest(KlaviUpdateException):
    pass


class PartnerRejected(KlaviUpdateException):
    pass


class UnknownReply(KlaviUpdateException):
    pass


class KlaviExceptionMapper:
    _TABLE: dict[str, type[KlaviUpdateException]] = {
        "600": BadUpdateRequest,
        "601": UserDeclined,
        "602": BadUpdateRequest,
        "701": PartnerRejected,
        "702": PartnerRejected,
        "703": PartnerRejected,
        "704": PartnerRejected,
        "708": BadUpdateRequest,
    }

    def map(self, code: str, body: dict[str, Any]) -> KlaviUpdateException:
        return self._TABLE.get(code, UnknownReply)(code, str(body.get("message", "")), body)
