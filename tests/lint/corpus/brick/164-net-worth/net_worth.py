"""Job: net worth of a customer over all linked institutions, kept for the advisor's screen."""
from __future__ import annotations

import asyncio
import logging
from decimal import Decimal
from typing import Protocol

from client import BrickClient
from models import NetWorth

log = logging.getLogger(__name__)


class Store(Protocol):
    def consents_of(self, customer: str) -> list[str]: ...

    def save(self, worth: NetWorth) -> None: ...


class MemoryStore:
    """For tests and for the demo tenant."""

    def __init__(self, consents: dict[str, list[str]]) -> None:
        self._consents = consents
        self.saved: dict[str, NetWorth] = {}

    def consents_of(self, customer: str) -> list[str]:
        return self._consents[customer]

    def save(self, worth: NetWorth) -> None:
        self.saved[worth.customer] = worth


async def update(brick: BrickClient, store: Store, customer: str) -> NetWorth:
    consents = store.consents_of(customer)
    replies = await asyncio.gather(*map(brick.balances, consents), return_exceptions=True)
    total = Decimal(0)
    for reply in replies:
        if isinstance(reply, Exception):
            continue
        total += sum(balance.total for balance in reply.items)
    worth = NetWorth(customer=customer, total=total, consents=consents)
    store.save(worth)
    log.info("net worth of %s updated from %d consents", customer, len(consents))
    return worth


async def run(token: str, base_url: str, store: Store, customers: list[str]) -> list[NetWorth]:
    async with BrickClient(token, base_url) as brick:
        return [await update(brick, store, customer) for customer in customers]
