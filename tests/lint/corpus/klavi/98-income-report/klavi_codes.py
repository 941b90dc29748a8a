from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum


@dataclass(frozen=True, slots=True)
class Policy:
    name: str
    wait: timedelta | None = None
    sends: int = 1


COME_BACK = {
    "security": Policy("security", timedelta(minutes=30), sends=3),
    "registration": Policy("registration", timedelta(minutes=30), sends=3),
}


class Outcome(Enum):
    """Every outcome lists the wire codes that lead to it."""

    COMPLETE = (range(200, 300), Policy("complete"))
    FROZEN = ((406, 408), Policy("frozen"))
    SECURITY_HOLD = ((414,), COME_BACK["security"])
    REGISTERING = ((415,), COME_BACK["registration"])
    FAILED = ((), Policy("failed"))

    def __init__(self, codes: range | tuple[int, ...], policy: Policy) -> None:
        self.codes = codes
        self.policy = policy

    @classmethod
    def of(cls, code: int) -> Outcome:
        return next((member for member in cls if code in member.codes), cls.FAILED)
