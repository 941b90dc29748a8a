"""What the importer speaks about."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True)
class Account:
    bank: str
    username: str
    password: str
    month: str


@dataclass(frozen=True)
class Movement:
    day: date
    amount: int
    text: str

    @classmethod
    def parse(cls, raw: dict[str, Any]) -> "Movement":
        return cls(date.fromisoformat(raw["Date"]), int(raw["Amount"]), raw.get("Description", ""))


@dataclass(frozen=True)
class Problem:
    """The Error object of a reply, plus the operation for the support desk."""

    code: str
    advice: str
    description: str
    operation_id: str = ""

    @classmethod
    def parse(cls, reply: dict[str, Any]) -> "Problem":
        raw = reply.get("Error") or {}
        return cls(
            raw.get("Code", ""), raw.get("Type", ""), raw.get("Description", ""), reply.get("OperationId") or ""
        )

    @property
    def is_no_data(self) -> bool:
        return len(self.code) == 4 and self.code.startswith("E3")


@dataclass(frozen=True)
class Imported:
    movements: tuple[Movement, ...]


@dataclass(frozen=True)
class NothingYet:
    """The bank was read, but it has no statement for that month."""

    problem: Problem


@dataclass(frozen=True)
class Postponed:
    not_before: datetime
    problem: Problem


Outcome = Imported | NothingYet | Postponed


class ImportFailed(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.code} ({problem.advice}) in {problem.operation_id}: {problem.description}")
        self.problem = problem
