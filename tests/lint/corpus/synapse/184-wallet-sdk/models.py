from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Code = Annotated[str, BeforeValidator(str)]


class Envelope(BaseModel):
    model_config = ConfigDict(extra="allow")

    http_code: Code = ""
    error_code: Code = ""
    error: Any = None

    @property
    def message(self) -> str:
        return str(self.error.get("en", "")) if isinstance(self.error, dict) else str(self.error or "")


class Status(BaseModel):
    status: str = "UNKNOWN"


class Transaction(BaseModel):
    model_config = ConfigDict(extra="ignore", populate_by_name=True)

    id: str = Field(default="", alias="_id")
    recent_status: Status = Field(default_factory=Status)


class Money(BaseModel):
    amount: Decimal = Field(gt=0, decimal_places=2)
    currency: str = "USD"


class TransactionRequest(BaseModel):
    to_id: str
    to_type: str
    amount: Money
    note: str | None = None

    def wire(self) -> dict[str, Any]:
        return {
            "to": {"id": self.to_id, "type": self.to_type},
            "amount": {"amount": float(self.amount.amount), "currency": self.amount.currency},
            "extra": {"note": self.note} if self.note else {},
        }
