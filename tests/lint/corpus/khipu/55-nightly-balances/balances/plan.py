from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple


class Failure(NamedTuple):
    code: str
    advice: str
    text: str

    @classmethod
    def parse(cls, document: dict) -> Failure | None:
        if document["Status"] == "OK":
            return None
        error = document["Error"]
        return cls(error["Code"], error["Type"], error["Description"])

    @property
    def means_no_rows(self) -> bool:
        return self.code == "N000" or "E300" <= self.code <= "E399"


class Verdict(NamedTuple):
    again: bool
    pause: timedelta = timedelta()


PAUSES = {
    "RETRY_IMMEDIATELY": timedelta(seconds=2),
    "WAIT_4_HOURS_BEFORE_RETRY": timedelta(minutes=4),
}


def judge(failure: Failure, attempts_left: int) -> Verdict:
    pause = PAUSES.get(failure.advice)
    if pause is None or attempts_left <= 0:
        return Verdict(False)
    return Verdict(True, pause)
