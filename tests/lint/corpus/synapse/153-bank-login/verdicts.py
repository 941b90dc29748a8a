from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Code(StrEnum):
    hint: str
    passing: bool

    def __new__(cls, value: str, hint: str, passing: bool = False) -> Code:
        member = str.__new__(cls, value)
        member._value_ = value
        member.hint = hint
        member.passing = passing
        return member

    CLIENT_CREDENTIALS = "100", "our keys were refused"
    USER_CREDENTIALS = "110", "re-link the account"
    FINGERPRINT = "120", "confirm this device"
    PAYLOAD = "200", "check the bank credentials"
    NOT_ALLOWED = "300", "not allowed for this user"
    INCORRECT_VALUES = "400", "check the answer and try again"
    NOT_FOUND = "404", "no such object"
    UNSUPPORTED = "410", "not supported by this bank"
    TOO_MANY = "429", "too many calls", True
    KEY_IN_USE = "450", "the idempotency key is taken"
    NO_ACH_ACCOUNT = "460", "no account that can take ACH"
    SERVER_ERROR = "500", "something went wrong at Synapse", True
    UNAVAILABLE = "503", "maintenance", True


@dataclass(frozen=True, slots=True)
class Linked:
    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    code: Code | None
    status: int
    message: str

    @property
    def passing(self) -> bool:
        return self.code is not None and self.code.passing


Verdict: TypeAlias = Linked | Refused
