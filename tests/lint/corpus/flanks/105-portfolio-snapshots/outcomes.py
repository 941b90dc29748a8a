"""What one client's refresh can end with. Exactly one of these per credentials token."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True)
class Snapshot:
    token: str
    positions: list[dict[str, Any]]
    unknown_fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotYet:
    """Still being retrieved when we ran out of patience."""
    token: str


@dataclass(frozen=True, slots=True)
class OnHold:
    token: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Ticketed:
    token: str
    ticket: str


@dataclass(frozen=True, slots=True)
class BankDown:
    token: str
    text: str


@dataclass(frozen=True, slots=True)
class UserAction:
    token: str
    error_code: int
    text: str


@dataclass(frozen=True, slots=True)
class Refused:
    token: str
    status: int
    error_code: int | None
    text: str


Outcome: TypeAlias = Snapshot | NotYet | OnHold | Ticketed | BankDown | UserAction | Refused
