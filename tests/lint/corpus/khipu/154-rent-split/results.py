from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from families import Family


@dataclass(frozen=True, slots=True)
class Ok:
    data: dict[str, Any]
    operation_id: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    code: str
    advice: str
    description: str
    family: Family
    operation_id: str | None = None


@dataclass(frozen=True, slots=True)
class Postponed:
    """Khipu wants four hours; whoever holds the queue must not run it before."""

    problem: Problem
    not_before: datetime


@dataclass(frozen=True, slots=True)
class Unreadable:
    http_status: int | None
    text: str


Result = Ok | Problem | Postponed | Unreadable
