from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Any


class Fate(Enum):
    SENT = "sent"
    PENDING = "pending"
    UNCERTAIN = "uncertain"
    FUNDS_OR_VALUES = "funds-or-values"
    ACCESS = "access"
    BUSY = "busy"
    FAILED = "failed"


@dataclass(frozen=True)
class Payout:
    run_id: str
    employee: str
    node_id: str
    amount: Decimal

    @property
    def idempotency_key(self) -> str:
        """One payout of one run has one key, today and after a restart."""
        return str(uuid.uuid5(uuid.NAMESPACE_URL, f"payroll:{self.run_id}:{self.employee}:{self.node_id}"))

    def body(self, to: str) -> dict[str, Any]:
        return {
            "to": {"type": "ACH-US", "id": to},
            "amount": {"amount": str(self.amount), "currency": "USD"},
            "extra": {"note": f"Payroll {self.run_id}"},
        }


@dataclass(frozen=True)
class Receipt:
    payout: Payout
    fate: Fate
    http_code: str
    error_code: str
    text: str = ""
    transaction: str | None = None
    sends: int = 1


@dataclass
class RunReport:
    receipts: list[Receipt] = field(default_factory=list)

    def of(self, *fates: Fate) -> list[Receipt]:
        return [r for r in self.receipts if r.fate in fates]

    @property
    def settled(self) -> bool:
        return all(r.fate is Fate.SENT for r in self.receipts)


class RunIncomplete(Exception):
    def __init__(self, report: RunReport) -> None:
        rest = [r for r in report.receipts if r.fate is not Fate.SENT]
        super().__init__("; ".join(f"{r.payout.employee}: {r.fate.value} {r.http_code}/{r.error_code}" for r in rest))
        self.report = report
