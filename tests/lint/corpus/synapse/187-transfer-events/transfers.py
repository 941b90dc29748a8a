"""Transfers as streams of events; the key is the caller's and stays the same for every attempt."""
from __future__ import annotations

import asyncio
import logging
from decimal import Decimal
from typing import AsyncIterator, Awaitable, Callable

import httpx
from attrs import define, field, frozen

from events import AlreadySent, Event, Final, Pending, PutOff, Refused, Sent, Settled
from reading import Reading

log = logging.getLogger("transfers")
Listener = Callable[[Event], Awaitable[None]]

# Seconds before the second, third and fourth attempt.
PAUSES = (60.0, 300.0, 900.0)


@frozen
class Transfer:
    key: str
    user: str
    source: str
    target: str
    amount: Decimal = field()

    @amount.validator
    def _positive(self, _: object, value: Decimal) -> None:
        if value <= 0:
            raise ValueError("amount must be positive")

    @property
    def path(self) -> str:
        return f"/users/{self.user}/nodes/{self.source}/trans"

    @property
    def payload(self) -> dict:
        return {
            "to": {"type": "ACH-US", "id": self.target},
            "amount": {"amount": float(self.amount), "currency": "USD"},
        }


class TransferRefused(Exception):
    def __init__(self, event: Refused | AlreadySent) -> None:
        super().__init__(event)
        self.event = event
        self.error_code = event.error_code
        self.http_code = event.http_code


@define
class Transfers:
    http: httpx.AsyncClient
    listeners: list[Listener] = field(factory=list)

    async def stream(self, transfer: Transfer) -> AsyncIterator[Event]:
        for attempt, pause in enumerate((*PAUSES, None), start=1):
            yield Sent(transfer.key, attempt)
            response = await self.http.post(
                transfer.path, json=transfer.payload, headers={"X-SP-IDEMPOTENCY-KEY": transfer.key}
            )
            reading = Reading.of(response)
            if pause is None or not reading.busy:
                yield reading.final(transfer.key)
                return
            yield PutOff(reading.http_code, reading.error_code, pause)
            await asyncio.sleep(pause)

    async def execute(self, transfer: Transfer) -> Settled | Pending:
        """The last word on a transfer; listeners hear everything before it."""
        last: Final | None = None
        async for event in self.stream(transfer):
            for listener in self.listeners:
                await listener(event)
            if isinstance(event, (Settled, Pending, AlreadySent, Refused)):
                last = event
        assert last is not None, "a stream ends with a final event"
        if isinstance(last, (AlreadySent, Refused)):
            raise TransferRefused(last)
        return last


async def audit(event: Event) -> None:
    log.info("%s", event)
