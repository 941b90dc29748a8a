from __future__ import annotations

from enum import Enum, auto


class Outcome(Enum):
    REJECTED = auto()
    NO_ACCESS = auto()
    TRY_NEXT_RUN = auto()


def outcome_of(error_code: str) -> Outcome | None:
    match error_code:
        case "200" | "400" | "404":
            return Outcome.REJECTED
        case "100" | "110" | "300" | "410":
            return Outcome.NO_ACCESS
        case "429" | "503":
            return Outcome.TRY_NEXT_RUN
