from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Iterator

from pydantic import BaseModel, Field

from .paging import Pages

if TYPE_CHECKING:
    from .client import BrickClient


class Account(BaseModel):
    id: str = Field(alias="accountId")
    brand: str = Field(default="", alias="brandName")


class Transaction(BaseModel):
    id: str = Field(alias="transactionId")
    amount: Decimal = Decimal(0)
    day: date | None = Field(default=None, alias="transactionDate")


class AccountsResource:
    def __init__(self, client: "BrickClient") -> None:
        self._client = client

    def list(self, consent_id: str) -> Iterator[Account]:
        pages = Pages(self._client, "/data/accounts", {"consentId": consent_id})
        return (Account.model_validate(item) for item in pages.items())

    def transactions(self, account_id: str) -> Iterator[Transaction]:
        pages = Pages(self._client, f"/data/accounts/{account_id}/transactions", {})
        return (Transaction.model_validate(item) for item in pages.items())
