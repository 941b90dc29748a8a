from __future__ import annotations

from datetime import timedelta
from typing import ClassVar


class KlaviError(Exception):
    """Any answer of Klavi other than a report. ``code`` is Klavi's own code."""

    codes: ClassVar[frozenset[int]] = frozenset()

    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"klavi {code}: {message}")
        self.code = code
        self.message = message

    @classmethod
    def for_code(cls, code: int, message: str) -> KlaviError:
        for kind in (CredentialsRejected, UserActionRequired, LoginFrozen, BankUnavailable, PartnerMisconfigured):
            if code in kind.codes:
                return kind(code, message)
        return KlaviError(code, message)


class CredentialsRejected(KlaviError):
    codes = frozenset({402, 409, 410, 433, 434, 435})


class UserActionRequired(KlaviError):
    codes = frozenset({407, 408, 413, 416, 417, 418, 419, 420})


class BankUnavailable(KlaviError):
    codes = frozenset({403, 432})


class PartnerMisconfigured(KlaviError):
    codes = frozenset({400, 501, 502, 503, 504, 505})


class LoginFrozen(KlaviError):
    _pause: ClassVar[dict[int, timedelta]] = {
        406: timedelta(days=1),
        414: timedelta(days=1),
        415: timedelta(minutes=30),
    }
    codes = frozenset(_pause)

    @property
    def pause(self) -> timedelta:
        return self._pause[self.code]
