from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx

from operation import AbstractKhipuOperation


@dataclass(frozen=True)
class Receipt:
    reference: str
    state: str


class AutomaticPayment(AbstractKhipuOperation[Receipt]):
    path = "/v1/cl/payments/automatic"

    def __init__(self, client: httpx.Client, subscription: str, amount: int) -> None:
        super().__init__(client)
        self._subscription = subscription
        self._amount = amount

    def _payload(self) -> dict[str, Any]:
        return {"SubscriptionId": self._subscription, "Amount": self._amount, "Currency": "CLP"}

    def _convert(self, data: dict[str, Any]) -> Receipt:
        return Receipt(str(data.get("PaymentId", "")), "PAID")


class PaymentService:
    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def collect(self, subscription: str, amount: int) -> Receipt:
        return AutomaticPayment(self._client, subscription, amount).execute()
