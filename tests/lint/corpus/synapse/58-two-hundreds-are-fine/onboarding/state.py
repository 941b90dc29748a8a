from __future__ import annotations

from enum import StrEnum, auto


class BankState(StrEnum):
    LINKED = auto()
    REFUSED = auto()
    LOCKED = auto()
    UNAVAILABLE = auto()
