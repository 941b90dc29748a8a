"""Life of a payment, from checkout to settlement."""
from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

from client import KhipuClient
from outcomes import refusal

logger = logging.getLogger("payments.service")


class State(str, Enum):
    CREATED = "created"
    STARTED = "started"
    SETTLED = "settled"
    FAILED = "failed"


@dataclass
class Payment:
    order_id: str
    amount: int
    bank: str
    operation_id: str = ""
    state: State = State.CREATED
    reason: str = ""


class Payments(Protocol):
    def by_operation(self, operation_id: str) -> Payment | None: ...

    def save(self, payment: Payment) -> None: ...


class PaymentService:
    def __init__(self, khipu: KhipuClient, payments: Payments, notify_url: str) -> None:
        self.khipu = khipu
        self.payments = payments
        self.notify_url = notify_url

    async def start(self, payment: Payment) -> Payment:
        envelope = await self.khipu.start(payment.order_id, payment.amount, payment.bank, self.notify_url)
        payment.operation_id = envelope.get("OperationId") or ""
        payment.state = State.STARTED
        if (refused := refusal(envelope)) is not None:
            payment.state, payment.reason = State.FAILED, f"{refused.code}/{refused.advice}"
        self.payments.save(payment)
        return payment

    async def reconcile(self, payment: Payment) -> Payment:
        """Asks for the result when no webhook has come."""
        return self.conclude(payment, await self.khipu.operation(payment.operation_id))

    def conclude(self, payment: Payment, envelope: dict[str, Any]) -> Payment:
        refused = refusal(envelope)
        if refused is None:
            payment.state = State.SETTLED
        else:
            payment.state, payment.reason = State.FAILED, f"{refused.code}/{refused.advice}"
            logger.warning("order %s: %s (%s)", payment.order_id, payment.reason, refused.failure.value)
        self.payments.save(payment)
        return payment
