"""Open Data codes, each with what the collector does next."""
from __future__ import annotations

import enum
from typing import Any, Self


class Next(enum.Enum):
    FINISH = "finish"
    AGAIN = "again"
    TOMORROW = "tomorrow"
    ASK_USER = "ask-user"
    GIVE_UP = "give-up"


class KlaviCode(enum.Enum):
    next: Next

    def __new__(cls, number: int, step: Next) -> Self:
        member = object.__new__(cls)
        member._value_ = number
        member.next = step
        return member

    OK = 200, Next.FINISH
    EXTRA_AUTHORIZATION = 201, Next.FINISH
    TRANSACTIONS_MISSING = 202, Next.FINISH
    CPF_MISSING = 203, Next.FINISH
    SIGNATURE_FAILED = 400, Next.GIVE_UP
    USER_NOT_FOUND = 401, Next.GIVE_UP
    CREDENTIAL_ERROR = 402, Next.ASK_USER
    BANK_SERVICE_ERROR = 403, Next.AGAIN
    UNEXPECTED = 404, Next.GIVE_UP
    NO_ACCOUNT_INFO = 405, Next.GIVE_UP
    TOO_MANY_WRONG_PASSWORDS = 406, Next.TOMORROW
    ACTIVATION_PROBLEM = 407, Next.ASK_USER
    BLOCKED = 408, Next.ASK_USER
    ACCOUNT_TYPE = 409, Next.ASK_USER
    INPUT_FORMAT = 410, Next.ASK_USER
    DUPLICATED_LOGIN = 413, Next.ASK_USER
    BANK_SECURITY = 414, Next.TOMORROW
    REGISTRATION_NOT_FINISHED = 415, Next.AGAIN
    RATE_LIMITED = 429, Next.AGAIN
    INSTITUTION_UNAVAILABLE = 432, Next.AGAIN
    WRONG_PASSWORD = 433, Next.ASK_USER
    WRONG_MFA = 434, Next.ASK_USER
    MFA_NOT_ENTERED = 435, Next.ASK_USER

    @classmethod
    def parse(cls, raw: Any) -> Self | None:
        try:
            return cls(int(raw))
        except (TypeError, ValueError):
            return None
