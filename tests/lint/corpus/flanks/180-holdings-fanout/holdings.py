"""Everything a customer owns, product by product, in parallel."""
from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from decimal import Decimal
from typing import Any

import httpx
from pydantic import BaseModel, Field, field_validator

from flanks import Flanks

PRODUCTS = {
    "accounts": "/v0/bank/credentials/account",
    "cards": "/v0/bank/credentials/card",
    "loans": "/v0/bank/credentials/loan",
}


class Holding(BaseModel):
    product: str
    balance: Decimal = Decimal(0)

    @field_validator("balance", mode="before")
    @classmethod
    def _null_is_zero(cls, value: Any) -> Any:
        return 0 if value is None else value


class Holdings(BaseModel):
    items: list[Holding] = Field(default_factory=list)

    def total(self) -> Decimal:
        return sum((item.balance for item in self.items), Decimal(0))


async def one_product(flanks: Flanks, gate: asyncio.Semaphore, product: str, token: str) -> list[Holding]:
    async with gate:
        body = await flanks.post_patiently(PRODUCTS[product], {"credentials_token": token})
    rows = body.get(product) or []
    return [Holding(product=product, balance=row.get("balance")) for row in rows]


async def holdings(
    access_token: str,
    credentials_token: str,
    *,
    base_url: str = "https://api.flanks.io",
    products: tuple[str, ...] = tuple(PRODUCTS),
) -> Holdings:
    gate = asyncio.Semaphore(2)
    async with AsyncExitStack() as stack:
        http = await stack.enter_async_context(
            httpx.AsyncClient(base_url=base_url, headers={"Authorization": f"Bearer {access_token}"})
        )
        group = await stack.enter_async_context(asyncio.TaskGroup())
        flanks = Flanks(http)
        tasks = [
            group.create_task(one_product(flanks, gate, product, credentials_token)) for product in products
        ]
    return Holdings(items=[item for task in tasks for item in task.result()])
