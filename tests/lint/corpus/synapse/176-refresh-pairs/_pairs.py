"""What each (http_code, error_code) pair of a node refresh means for us."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple


class Pair(NamedTuple):
    """HTTP code and error code; only together they tell what happened."""

    http_code: str
    error_code: str

    def __str__(self) -> str:
        return f"{self.http_code}/{self.error_code}"


class NextStep(StrEnum):
    """Who has to do something."""

    WAIT = "wait"
    RELINK = "relink"
    GIVE_UP = "give_up"
    INVESTIGATE = "investigate"


@dataclass(frozen=True, slots=True)
class Policy:
    """Next step, with the delay and number of new attempts for ``WAIT``."""

    step: NextStep
    delay: float = 0.0
    new_attempts: int = 0


POLICIES: Final[dict[Pair, Policy]] = {
    Pair("503", "503"): Policy(NextStep.WAIT, delay=15 * 60, new_attempts=4),
    Pair("400", "410"): Policy(NextStep.GIVE_UP),
    Pair("401", "110"): Policy(NextStep.RELINK),
    Pair("500", "500"): Policy(NextStep.INVESTIGATE),
}
DEFAULT_POLICY: Final = Policy(NextStep.INVESTIGATE)


def policy_for(pair: Pair) -> Policy:
    """Policy of a pair; what is not in the table is for a developer to look at."""
    return POLICIES.get(pair, DEFAULT_POLICY)
