from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal, TypeAlias, TypedDict


class Advice(StrEnum):
    DO_NOT_RETRY = "DO_NOT_RETRY"
    RETRY_IMMEDIATELY = "RETRY_IMMEDIATELY"
    WAIT_4_HOURS = "WAIT_4_HOURS_BEFORE_RETRY"


class ErrorObject(TypedDict):
    Code: str
    Type: str
    Description: str


class Envelope(TypedDict):
    OperationId: str
    Status: Literal["OK", "ERROR"]
    Error: ErrorObject | None
    Data: Any


@dataclass(frozen=True, slots=True)
class Query:
    rut: str
    password: str
    year: int
    month: int


@dataclass(frozen=True, slots=True)
class Movements:
    rows: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class NotPublished:
    """The month is not out yet (no data available)."""

    code: str


@dataclass(frozen=True, slots=True)
class AskUser:
    code: str
    description: str


@dataclass(frozen=True, slots=True)
class Later:
    code: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Failure:
    code: str
    advice: str
    description: str


Outcome: TypeAlias = Movements | NotPublished | AskUser | Later | Failure
