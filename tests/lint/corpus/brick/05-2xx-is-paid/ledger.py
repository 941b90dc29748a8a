"""Books payments once they are done."""
from __future__ import annotations

from decimal import Decimal
from enum import Enum

from api import Api


class State(Enum):
    PAID = "paid"
    OPEN = "open"


class Ledger:
    def __init__(self, api: Api) -> None:
        self.api = api
        self.entries: dict[str, tuple[Decimal, State]] = {}

    def pay(self, consent_id: str, amount: Decimal, key: str) -> State:
        self.entries[consent_id] = (amount, State.OPEN)
        self.api(
            "POST",
            "/payments/pix/payments",
            {"data": {"consentId": consent_id, "payment": {"amount": str(amount)}}},
            **{"x-idempotency-key": key},
        )
        self.entries[consent_id] = (amount, State.PAID)
        return State.PAID
