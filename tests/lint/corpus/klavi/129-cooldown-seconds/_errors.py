"""Exception hierarchy for the Klavi connector."""

from __future__ import annotations

from enum import IntEnum


class KlaviCode(IntEnum):
    """The codes that this connector treats individually."""

    OK = 200
    EXTRA_AUTHORIZATION = 201
    PARTIAL_TRANSACTIONS = 202
    CPF_MISSING = 203
    TOO_MANY_WRONG_PASSWORDS = 406
    SECURITY_MEASUREMENT = 414
    REGISTRATION_NOT_FINISHED = 415


class KlaviError(Exception):
    """Any non-success answer of Klavi."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"Klavi error {code}: {message}")
        self.code = code
        self.message = message


class CooldownError(KlaviError):
    """Klavi asks to stay away for a documented time."""


class IncompleteReportError(KlaviError):
    """The crawler finished but could not collect everything."""
