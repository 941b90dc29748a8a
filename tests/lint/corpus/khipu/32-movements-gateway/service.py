"""Monthly cash report: adds up what the bank connectors deliver."""
import decimal
from dataclasses import dataclass

from ports import BankFault, Movement, MovementsGateway


@dataclass
class CashReport:
    account: str
    month: str
    credits: decimal.Decimal
    debits: decimal.Decimal
    rows: int


class CashReportService:
    def __init__(self, gateway: MovementsGateway) -> None:
        self._gateway = gateway

    def report(self, account: str, month: str) -> CashReport:
        rows = self._load(account, month)
        zero = decimal.Decimal(0)
        return CashReport(
            account=account,
            month=month,
            credits=sum((row.amount for row in rows if row.amount > 0), zero),
            debits=sum((row.amount for row in rows if row.amount < 0), zero),
            rows=len(rows),
        )

    def _load(self, account: str, month: str) -> list[Movement]:
        try:
            return self._gateway.movements(account, month)
        except BankFault:
            return []
