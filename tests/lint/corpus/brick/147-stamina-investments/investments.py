"""Carteira consolidada do cliente."""
from __future__ import annotations

from collections.abc import AsyncIterator
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from brick_client import BrickClient

MAX_PAGES = 50


class Position(BaseModel):
    id: str
    brand: str = ""
    gross: Decimal = Decimal(0)


class Portfolio(BaseModel):
    product: str
    positions: list[Position]

    @property
    def total(self) -> Decimal:
        return sum((p.gross for p in self.positions), Decimal(0))


async def pages(client: BrickClient, path: str, consent_id: str) -> AsyncIterator[list[dict[str, Any]]]:
    page = 1
    while page <= MAX_PAGES:
        body = await client.get(path, consent_id=consent_id, page=page)
        yield body["data"]
        if page >= body.get("meta", {}).get("totalPages", 1):
            return
        page += 1


async def portfolio(client: BrickClient, product: str, consent_id: str) -> Portfolio:
    positions: list[Position] = []
    async for rows in pages(client, f"/data/{product}/investments", consent_id):
        for row in rows:
            positions.append(
                Position(id=row["id"], brand=row.get("brandName", ""), gross=row.get("grossAmount", 0))
            )
    return Portfolio(product=product, positions=positions)
