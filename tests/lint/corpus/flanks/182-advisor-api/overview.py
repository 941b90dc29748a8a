"""Wealth of a client over all banks, as the advisor sees it."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from flanks import Flanks


@dataclass(frozen=True)
class Position:
    bank: str
    name: str
    value: Decimal | None
    currency: str = "EUR"


@dataclass
class Overview:
    client_id: int
    positions: list[Position] = field(default_factory=list)

    @property
    def total(self) -> Decimal:
        return sum((p.value for p in self.positions if p.value is not None), Decimal(0))


def _position(bank: str, raw: dict[str, Any]) -> Position:
    value = raw.get("value")
    return Position(bank, raw.get("name") or "?", None if value is None else Decimal(str(value)))


async def positions(flanks: Flanks, bank: str, credentials_token: str) -> list[Position]:
    body = await flanks.when_ready("/v0/bank/investment", {"credentials_token": credentials_token})
    return [_position(bank, raw) for raw in body.get("investments") or []]


async def overview(flanks: Flanks, client_id: int, connections: dict[str, str]) -> Overview:
    found = await asyncio.gather(
        *(positions(flanks, bank, token) for bank, token in connections.items()),
        return_exceptions=True,
    )
    result = Overview(client_id)
    for part in found:
        if isinstance(part, BaseException):
            continue
        result.positions.extend(part)
    return result
