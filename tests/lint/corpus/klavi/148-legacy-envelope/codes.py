"""Klavi's Open Data codes, as far as the import job cares."""
from __future__ import annotations

from datetime import timedelta
from enum import Enum, IntEnum


class Code(IntEnum):
    OK = 200
    EXTRA_AUTHORIZATION = 201
    TRANSACTIONS_MISSING = 202
    CPF_MISSING = 203
    TOO_MANY_WRONG_PASSWORDS = 406
    BANK_SECURITY_MEASURE = 414
    REGISTRATION_NOT_FINISHED = 415


PARTIAL = frozenset({Code.EXTRA_AUTHORIZATION, Code.TRANSACTIONS_MISSING, Code.CPF_MISSING})


class Pause(Enum):
    NONE = timedelta()
    HALF_HOUR = timedelta(minutes=30)
    NEXT_DAY = timedelta(hours=12)

    @property
    def seconds(self) -> float:
        return self.value.total_seconds()


PAUSES: dict[str, Pause] = {
    "406": Pause.NEXT_DAY,
    "414": Pause.NEXT_DAY,
    "415": Pause.HALF_HOUR,
}
