from __future__ import annotations

from decimal import Decimal
from typing import Any

from pydantic import BaseModel, Field, field_validator


class FgtsAccount(BaseModel):
    employer: str = ""
    balance: Decimal = Decimal(0)


class Statement(BaseModel):
    cpf: str
    accounts: list[FgtsAccount] = Field(default_factory=list)

    @property
    def total(self) -> Decimal:
        return sum((a.balance for a in self.accounts), Decimal(0))


class Body(BaseModel):
    code: int
    message: str = ""
    data: dict[str, Any] = Field(default_factory=dict)

    @field_validator("data", mode="before")
    @classmethod
    def _null_is_empty(cls, value: Any) -> Any:
        return {} if value is None else value

    @property
    def ok(self) -> bool:
        return 200 <= self.code < 300
