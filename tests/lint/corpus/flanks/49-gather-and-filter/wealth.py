"""Net worth over all connected entities."""
from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import aiohttp

from api import FlanksApi


@dataclass(slots=True)
class NetWorth:
    total: float
    entities: int


async def net_worth(api: FlanksApi, tokens: Sequence[str]) -> NetWorth:
    results = await asyncio.gather(*(api.accounts(t) for t in tokens), return_exceptions=True)
    good = [r for r in results if not isinstance(r, BaseException)]
    total = sum(account["balance"] or 0 for accounts in good for account in accounts)
    return NetWorth(total=total, entities=len(good))


async def report(token: str, tokens: Sequence[str], base_url: str | None = None) -> str:
    timeout = aiohttp.ClientTimeout(total=45)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        worth = await net_worth(FlanksApi(session, token, base_url), tokens)
    return f"{worth.total:.2f} EUR"
