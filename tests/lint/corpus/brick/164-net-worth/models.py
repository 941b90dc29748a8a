from __future__ import annotations

from decimal import Decimal
from typing import Any

from pydantic import BaseModel, Field


class Balance(BaseModel):
    account: str = Field(alias="accountId")
    available: Decimal = Field(Decimal(0), alias="availableAmount")
    blocked: Decimal = Field(Decimal(0), alias="blockedAmount")

    @property
    def total(self) -> Decimal:
        return self.available + self.blocked


class Balances(BaseModel):
    consent_id: str
    items: list[Balance]

    @classmethod
    def from_response(cls, consent_id: str, body: dict[str, Any]) -> Balances:
        return cls(consent_id=consent_id, items=body["data"])


class NetWorth(BaseModel):
    customer: str
    total: Decimal
    consents: list[str]
