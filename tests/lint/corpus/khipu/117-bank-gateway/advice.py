"""What Khipu says about repeating a request (Error.Type)."""
from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any


class Advice(Enum):
    #            wire value                    pause     resends
    STOP = ("DO_NOT_RETRY", None, 0)
    IMMEDIATE = ("RETRY_IMMEDIATELY", 0.0, 2)
    FOUR_HOURS = ("WAIT_4_HOURS_BEFORE_RETRY", 4 * 60 * 60.0, 1)
    UNKNOWN = ("", None, 0)

    def __init__(self, wire: str, pause: float | None, resends: int) -> None:
        self.wire = wire
        self.pause = pause
        self.resends = resends

    @classmethod
    def parse(cls, wire: str | None) -> "Advice":
        return next((advice for advice in cls if advice.wire == wire), cls.UNKNOWN)


@dataclass(frozen=True)
class KhipuError:
    code: str
    advice: Advice
    description: str

    @classmethod
    def from_wire(cls, error: dict[str, Any] | None) -> "KhipuError":
        error = error or {}
        return cls(error.get("Code") or "", Advice.parse(error.get("Type")), error.get("Description") or "")
