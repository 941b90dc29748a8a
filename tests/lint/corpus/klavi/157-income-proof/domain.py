from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from codes import Blame


@dataclass(frozen=True, slots=True)
class Failure:
    code: int
    message: str
    blame: Blame


@dataclass(frozen=True, slots=True)
class Credit:
    id: str
    amount: Decimal
    day: date | None


@dataclass(frozen=True, slots=True)
class Report:
    """`note` is the Klavi code if the report is not complete, else None."""

    report_id: str
    credits: tuple[Credit, ...] = field(default_factory=tuple)
    note: int | None = None

    @property
    def complete(self) -> bool:
        return self.note is None


@dataclass(frozen=True, slots=True)
class Income:
    monthly: Decimal
    provisional: bool
    note: int | None


def credit_of(raw: dict[str, Any]) -> Credit:
    day = raw.get("date")
    return Credit(raw["id"], Decimal(str(raw["amount"])), date.fromisoformat(day) if day else None)


def report_of(data: dict[str, Any], note: int | None = None) -> Report:
    rows = map(credit_of, data.get("transactions") or [])
    return Report(data.get("report_id", ""), tuple(c for c in rows if c.amount > 0), note)


def income_of(report: Report, months: int = 3) -> Income:
    total = sum((c.amount for c in report.credits), Decimal(0))
    return Income(total / months, not report.complete, report.note)
