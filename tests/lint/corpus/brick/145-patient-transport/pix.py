"""Pix orders of the shop's checkout."""
from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from decimal import Decimal

import httpx

from problems import problem
from transport import PatientTransport


@dataclass(frozen=True)
class Order:
    consent_id: str
    amount: Decimal
    creditor: str
    key: str = field(default_factory=lambda: str(uuid.uuid4()))


class Pix:
    def __init__(self, token: str, base_url: str = "https://api.brickbank.example") -> None:
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=30,
            transport=PatientTransport(),
        )

    def pay(self, order: Order) -> str:
        """The payment's id. The order's key goes out with every attempt."""
        response = self._http.post(
            "/payments/pix/payments",
            json={
                "data": {
                    "consentId": order.consent_id,
                    "payment": {"amount": f"{order.amount:.2f}", "currency": "BRL"},
                    "creditorAccount": {"ispb": order.creditor},
                }
            },
            headers={"x-idempotency-key": order.key},
        )
        if response.status_code not in (200, 201):
            raise problem(response)
        return response.json()["data"]["paymentId"]
