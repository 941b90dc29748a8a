from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from codes import KlaviCode
from gateway import KlaviGateway
from outcome import Err, Failure, Ok


@dataclass
class FinancialReport:
    cpf: str | None
    balance: Decimal
    transactions: list[dict[str, Any]] = field(default_factory=list)
    complete: bool = True
    gap: KlaviCode | None = None


class ReportUnavailable(Exception):
    def __init__(self, failure: Failure) -> None:
        super().__init__(f"klavi {failure.raw_code}: {failure.message}")
        self.failure = failure


class ReportService:
    def __init__(self, gateway: KlaviGateway) -> None:
        self._gateway = gateway

    def build(self, cpf: str, institution: str) -> FinancialReport:
        match self._gateway.connect(cpf, institution):
            case Err(failure):
                raise ReportUnavailable(failure)
            case Ok(raw):
                complete = raw.code is KlaviCode.OK
                return FinancialReport(
                    cpf=raw.data.get("cpf"),
                    balance=sum((Decimal(str(a["balance"])) for a in raw.data.get("accounts", [])), Decimal(0)),
                    transactions=list(raw.data.get("transactions", [])),
                    complete=complete,
                    gap=None if complete else raw.code,
                )
