"""How a question to Flanks can end. No exceptions: callers match on the first element of a pair."""
from __future__ import annotations

from enum import Enum, auto
from typing import Any, TypeAlias


class Outcome(Enum):
    READY = auto()
    STILL_LOADING = auto()
    UNDER_REVIEW = auto()
    DATA_BROKEN = auto()
    OUR_MISTAKE = auto()
    BANK_DOWN = auto()
    ASK_USER = auto()
    NOT_LOGGED_IN = auto()
    FAILED = auto()

    @property
    def for_user(self) -> bool:
        return self is Outcome.ASK_USER


# READY goes with the data; everything else with (http status, error_code or None, text)
Detail: TypeAlias = tuple[int, int | None, str]
Answer: TypeAlias = tuple[Outcome, Any]

BY_CODE: dict[int, Outcome] = {
    20001: Outcome.DATA_BROKEN,
    20002: Outcome.STILL_LOADING,
    20003: Outcome.UNDER_REVIEW,
    40001: Outcome.OUR_MISTAKE,
    50001: Outcome.BANK_DOWN,
    50002: Outcome.ASK_USER,
    50003: Outcome.ASK_USER,
}

BY_STATUS: dict[int, Outcome] = {
    401: Outcome.NOT_LOGGED_IN,
    405: Outcome.OUR_MISTAKE,
    409: Outcome.OUR_MISTAKE,
    415: Outcome.OUR_MISTAKE,
}
