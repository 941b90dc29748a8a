from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class ErrorInfo(BaseModel):
    model_config = ConfigDict(frozen=True)

    code: str = Field(alias="Code")
    advice: str = Field(alias="Type")
    description: str = Field("", alias="Description")


class Envelope(BaseModel):
    """The document around every answer."""

    status: Literal["OK", "ERROR"] = Field(alias="Status")
    operation_id: str | None = Field(None, alias="OperationId")
    data: dict[str, Any] | None = Field(None, alias="Data")
    error: ErrorInfo | None = Field(None, alias="Error")


class Movement(BaseModel):
    day: date = Field(alias="Date")
    text: str = Field("", alias="Description")
    amount: Decimal = Field(alias="Amount")


class Statement(BaseModel):
    account: str = Field(alias="AccountNumber")
    movements: list[Movement] = Field(default_factory=list, alias="Movements")

    @property
    def net(self) -> Decimal:
        return sum((m.amount for m in self.movements), Decimal(0))
