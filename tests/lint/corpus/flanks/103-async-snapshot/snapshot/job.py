from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from .client import Flanks
from .faults import BankOffline, FlanksFault, InReview, NotReady

PRODUCTS = ("portfolio", "investment", "account", "liability")
EVERY = 20.0
PATIENCE = 15 * 60.0
BANK_PAUSES = (600, 3600)


@dataclass
class Snapshot:
    products: dict[str, Any] = field(default_factory=dict)
    missing: dict[str, FlanksFault] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        return not self.missing


async def _poll(client: Flanks, product: str, token: str) -> Any:
    waited = 0.0
    while True:
        try:
            return await client.read(product, token)
        except InReview:
            raise
        except NotReady:
            if waited >= PATIENCE:
                raise
        await asyncio.sleep(EVERY)
        waited += EVERY


async def _through_outages(client: Flanks, product: str, token: str) -> Any:
    for pause in BANK_PAUSES:
        try:
            return await _poll(client, product, token)
        except BankOffline:
            await asyncio.sleep(pause)
    return await _poll(client, product, token)


async def take(client: Flanks, token: str) -> Snapshot:
    results = await asyncio.gather(
        *(_through_outages(client, product, token) for product in PRODUCTS), return_exceptions=True
    )
    snapshot = Snapshot()
    for product, result in zip(PRODUCTS, results):
        if isinstance(result, FlanksFault):
            snapshot.missing[product] = result
        elif isinstance(result, BaseException):
            raise result
        else:
            snapshot.products[product] = result
    return snapshot
