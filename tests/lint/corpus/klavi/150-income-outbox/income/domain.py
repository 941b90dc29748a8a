"""What the credit engine knows about an income check. No HTTP in here."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum
from typing import Any
from uuid import UUID, uuid4


class State(Enum):
    QUEUED = "queued"
    POSTPONED = "postponed"
    COMPLETE = "complete"
    INCOMPLETE = "incomplete"
    FAILED = "failed"

    @property
    def open(self) -> bool:
        return self in (State.QUEUED, State.POSTPONED)


class Owner(Enum):
    """Who has to do something before this check can work."""

    NOBODY = "nobody"
    APPLICANT = "applicant"
    BANK = "bank"
    US = "us"
    KLAVI = "klavi"
    UNKNOWN = "unknown"


@dataclass(slots=True)
class IncomeCheck:
    cpf: str
    institution: str
    id: UUID = field(default_factory=uuid4)
    state: State = State.QUEUED
    attempts: int = 0
    delay: timedelta = timedelta(0)
    code: int | None = None
    note: str = ""
    owner: Owner = Owner.NOBODY
    report: dict[str, Any] | None = None
