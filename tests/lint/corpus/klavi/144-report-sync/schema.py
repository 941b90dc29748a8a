"""What the scoring service wants from an Open Data report."""
from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field


class KlaviReply(BaseModel):
    code: int
    message: str = ""
    data: dict[str, Any] | None = None

    @property
    def ok(self) -> bool:
        return 200 <= self.code < 300


class Report(BaseModel):
    cpf: str = ""
    accounts: list[dict[str, Any]] = Field(default_factory=list)
    transactions: list[dict[str, Any]] = Field(default_factory=list)


class Score(BaseModel):
    cpf: str
    balance: float
    movement: float

    @classmethod
    def of(cls, cpf: str, report: Report) -> "Score":
        return cls(
            cpf=cpf,
            balance=sum(a.get("balance", 0.0) for a in report.accounts),
            movement=sum(t.get("amount", 0.0) for t in report.transactions),
        )
