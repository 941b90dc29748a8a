"""Overview of all banks of a customer. One failing bank doesn't spoil the others."""
from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Optional

import aiohttp


@dataclass(frozen=True)
class Link:
    bank: str
    username: str
    password: str


@dataclass
class BankOverview:
    bank: str
    accounts: Optional[list[dict[str, Any]]] = None
    error_code: Optional[str] = None
    error_type: Optional[str] = None


class Overview:
    def __init__(self, token: str, root: str = "https://api.khipu.com/v1/cl", parallel: int = 4) -> None:
        self._root = root
        self._headers = {"Authorization": f"Bearer {token}"}
        self._parallel = parallel

    async def _bank(self, http: aiohttp.ClientSession, gate: asyncio.Semaphore, link: Link) -> BankOverview:
        payload = {"Username": link.username, "Password": link.password}
        async with gate, http.post(f"{self._root}/banks/{link.bank}/accounts", json=payload) as response:
            body = await response.json(content_type=None)
        if (error := body.get("Error")) is not None:
            return BankOverview(link.bank, error_code=error["Code"], error_type=error["Type"])
        return BankOverview(link.bank, accounts=body["Data"]["Accounts"])

    async def read(self, links: Sequence[Link]) -> dict[str, BankOverview]:
        gate = asyncio.Semaphore(self._parallel)
        async with aiohttp.ClientSession(headers=self._headers) as http:
            overviews = await asyncio.gather(*(self._bank(http, gate, link) for link in links))
        return {overview.bank: overview for overview in overviews}


def to_suspend(overviews: dict[str, BankOverview]) -> list[str]:
    """Banks that must not be asked again before the customer has done something."""
    return [bank for bank, o in overviews.items() if o.error_type == "DO_NOT_RETRY"]
