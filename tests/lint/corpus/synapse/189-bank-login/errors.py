"""Codes of the bank login and our own exceptions."""
from __future__ import annotations

from enum import IntEnum


class ErrorCode(IntEnum):
    PAYLOAD = 200
    NO_ACH_ACCOUNT = 460
    ATTENTION_AT_BANK = 500
    UNAVAILABLE = 503


class SynapseError(Exception):
    """As it came over the wire: both codes are strings."""

    def __init__(self, http_code: str, error_code: str, text: str) -> None:
        super().__init__(f"{http_code}/{error_code} {text}")
        self.http_code = http_code
        self.error_code = error_code
        self.text = text


class LinkError(Exception):
    """The bank couldn't be linked."""

    def __init__(self, bank: str) -> None:
        super().__init__(f"linking {bank} failed")
        self.bank = bank


class NoUsableAccount(LinkError):
    pass


class BankNeedsAttention(LinkError):
    pass


class WrongCredentials(LinkError):
    pass
