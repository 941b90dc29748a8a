"""Pix payments through Brick Bank."""
from __future__ import annotations

import asyncio
import json
import logging
import uuid
from dataclasses import dataclass
from decimal import Decimal
from types import TracebackType
from typing import Any, Self

import aiohttp
from tenacity import RetryCallState

from faults import BrickFault, fault
from schedule import patiently

logger = logging.getLogger("pix")


@dataclass(frozen=True)
class Order:
    consent_id: str
    amount: Decimal
    creditor_key: str

    def payload(self) -> dict[str, Any]:
        return {
            "data": {
                "consentId": self.consent_id,
                "payment": {"amount": f"{self.amount:.2f}", "currency": "BRL"},
                "proxy": self.creditor_key,
            }
        }


class PixInitiator:
    def __init__(self, token: str, base_url: str = "https://api.brickbank.example") -> None:
        self._token = token
        self._base = base_url
        self._gate = asyncio.Semaphore(10)

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(headers={"Authorization": f"Bearer {self._token}"})
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        await self._session.close()

    async def pay(self, order: Order) -> str:
        key = str(uuid.uuid4())

        async def send() -> str:
            async with self._gate, self._session.post(
                f"{self._base}/payments/pix/payments",
                json=order.payload(),
                headers={"x-idempotency-key": key},
            ) as response:
                text = await response.text()
                if response.status not in (200, 201):
                    raise fault(response.status, text)
            return json.loads(text)["data"]["paymentId"]

        def note(state: RetryCallState) -> None:
            logger.warning("payment %s: attempt %d failed", key, state.attempt_number)

        return await patiently(send, note=note)


async def pay_all(initiator: PixInitiator, orders: list[Order]) -> dict[str, str | BrickFault]:
    """The payment's id, or the fault, for each consent."""
    results = await asyncio.gather(*(initiator.pay(o) for o in orders), return_exceptions=True)
    report: dict[str, str | BrickFault] = {}
    for order, result in zip(orders, results, strict=True):
        if isinstance(result, BaseException) and not isinstance(result, BrickFault):
            raise result
        report[order.consent_id] = result
    return report
