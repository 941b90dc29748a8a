from __future__ import annotations

from decimal import Decimal
from typing import Any

from pydantic import BaseModel


class Account(BaseModel):
    iban: str | None = None
    balance: Decimal | None = None
    currency: str | None = None

    @classmethod
    def from_response(cls, item: dict[str, Any]) -> "Account":
        return cls(iban=item.get("iban"), balance=item.get("balance"), currency=item.get("currency"))


class Run(BaseModel):
    """Result of one nightly run."""

    stored: dict[int, list[Account]] = {}
    failed: dict[int, str] = {}

    @property
    def ok(self) -> bool:
        return not self.failed
