from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from http import HTTPStatus
from typing import Any

from gateway import BrickPaymentGateway
from policies import HttpOutcome


class BrickException(Exception):
    def __init__(self, outcome: HttpOutcome) -> None:
        super().__init__(f"HTTP {outcome.status} {outcome.code or ''} {outcome.body.get('detail', '')}".strip())
        self.outcome = outcome
        self.status = outcome.status
        self.code = outcome.code


class PaymentRefused(BrickException):
    pass


class MonthlyLimitReached(BrickException):
    """Nothing may be asked before the next period."""


class PaymentUndecided(BrickException):
    """202 and the like: accepted, but nobody knows yet."""


class BrickUnavailable(BrickException):
    pass


@dataclass(frozen=True)
class PaymentOrder:
    consent_id: str
    amount: Decimal
    currency: str = "BRL"

    def to_wire(self) -> dict[str, Any]:
        return {"data": {"consentId": self.consent_id, "payment": {"amount": str(self.amount), "currency": self.currency}}}


@dataclass(frozen=True)
class Payment:
    payment_id: str
    status: str


def to_exception(outcome: HttpOutcome) -> BrickException:
    if outcome.status == HTTPStatus.LOCKED:
        return MonthlyLimitReached(outcome)
    if outcome.status < 300:
        return PaymentUndecided(outcome)
    if outcome.status >= 500:
        return BrickUnavailable(outcome)
    return PaymentRefused(outcome)


class PaymentService:
    def __init__(self, gateway: BrickPaymentGateway) -> None:
        self._gateway = gateway

    def pay(self, order: PaymentOrder) -> Payment:
        outcome = self._gateway.create(order.to_wire())
        if not outcome.created:
            raise to_exception(outcome)
        data = outcome.body.get("data") or {}
        return Payment(data.get("paymentId", ""), data.get("status", "UNKNOWN"))
