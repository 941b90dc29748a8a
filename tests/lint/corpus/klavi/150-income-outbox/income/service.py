from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .domain import IncomeCheck, State
from .outbox import Dispatcher, Outbox


@dataclass(frozen=True)
class Assessment:
    status: str
    monthly_income: Decimal | None
    provider_code: int | None
    who_acts: str
    note: str


class IncomeVerification:
    """What the credit engine calls. Only a complete report yields a figure."""

    def __init__(self, dispatcher: Dispatcher, outbox: Outbox) -> None:
        self._dispatcher = dispatcher
        self._outbox = outbox

    def assess(self, cpf: str, institution: str) -> Assessment:
        check = IncomeCheck(cpf, institution)
        self._outbox.put(check)
        self._dispatcher.drain()
        return Assessment(
            status=check.state.value,
            monthly_income=self._figure(check),
            provider_code=check.code,
            who_acts=check.owner.value,
            note=check.note,
        )

    @staticmethod
    def _figure(check: IncomeCheck) -> Decimal | None:
        if check.state is not State.COMPLETE or check.report is None:
            return None
        credits = (Decimal(str(row.get("amount", 0))) for row in check.report.get("transactions", []))
        return sum((amount for amount in credits if amount > 0), Decimal(0))
