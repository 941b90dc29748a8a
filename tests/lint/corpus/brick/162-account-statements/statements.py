"""Statement of the accounts that a customer shares with us."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from brick_gateway import SharedDataGateway


@dataclass(frozen=True)
class SharedAccount:
    account_id: str
    brand: str
    balance: Decimal | None

    @classmethod
    def from_wire(cls, row: Mapping[str, Any]) -> "SharedAccount":
        balance = row.get("balance")
        return cls(
            account_id=str(row.get("accountId", "")),
            brand=str(row.get("brandName", "")),
            balance=None if balance is None else Decimal(str(balance)),
        )


class StatementService:
    def __init__(self, gateway: SharedDataGateway) -> None:
        self._gateway = gateway

    def accounts(self, consent_id: str) -> list[SharedAccount]:
        data = self._gateway.read("accounts", consent_id).get("data") or {}
        return [SharedAccount.from_wire(row) for row in data.get("accounts") or []]
