"""Failure taxonomy of the bank-feed port."""
from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, unique
from typing import Any, Mapping


@unique
class Family(Enum):
    AUTH = "auth"
    LOGON = "logon"
    BANK_DOWN = "bank-down"
    NO_DATA = "no-data"
    BAD_INPUT = "bad-input"
    AUTOPAY = "autopay"
    UNSPECIFIC = "unspecific"
    INCOMPLETE = "incomplete"
    PROCESSING = "processing"
    TIMEOUT = "timeout"
    INFRASTRUCTURE = "infrastructure"
    PARAMETERS = "parameters"
    LATE = "late"


# Khipu numbers its codes in blocks, letter and first digit are enough.
FAMILIES: Mapping[str, Family] = {
    "A0": Family.AUTH,
    "D0": Family.INCOMPLETE,
    "E0": Family.UNSPECIFIC,
    "E1": Family.LOGON,
    "E2": Family.BANK_DOWN,
    "E3": Family.NO_DATA,
    "E4": Family.BAD_INPUT,
    "E5": Family.AUTOPAY,
    "F0": Family.PROCESSING,
    "I0": Family.INFRASTRUCTURE,
    "L0": Family.LATE,
    "P0": Family.PARAMETERS,
    "T0": Family.TIMEOUT,
}


@dataclass(eq=False)
class FeedFailure(Exception):
    family: Family
    code: str
    advice: str
    description: str
    operation_id: str

    def __post_init__(self) -> None:
        super().__init__(f"[{self.family.value}] {self.code} {self.advice}: {self.description}")

    @classmethod
    def from_envelope(cls, envelope: Mapping[str, Any]) -> "FeedFailure":
        error = envelope["Error"]
        return cls(
            family=FAMILIES[error["Code"][:2]],
            code=error["Code"],
            advice=error["Type"],
            description=error["Description"],
            operation_id=envelope.get("OperationId", ""),
        )


class FeedUnavailable(Exception):
    """No usable envelope at all (proxy page, empty body, HTTP error)."""

    def __init__(self, status: int, excerpt: str) -> None:
        super().__init__(f"HTTP {status}: {excerpt!r}")
        self.status = status
        self.excerpt = excerpt
