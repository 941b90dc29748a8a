"""Spending of the last days, for the rewards page."""
from __future__ import annotations

from typing import Any, TypedDict

import aiohttp

from decorators import quietly

BASE_URL = "https://api.synapsefi.com/v3.1"


class Spending(TypedDict):
    count: int
    total: float


class SynapseError(Exception):
    def __init__(self, body: dict[str, Any]) -> None:
        super().__init__(body.get("error_code"), body.get("error"))
        self.body = body


class SpendingApi:
    def __init__(self, session: aiohttp.ClientSession, base_url: str = BASE_URL) -> None:
        self.session = session
        self.base_url = base_url

    async def _get(self, path: str, **params: Any) -> dict[str, Any]:
        async with self.session.get(self.base_url + path, params=params) as resp:
            body = await resp.json()
        if body.get("error_code", "0") != "0":
            raise SynapseError(body)
        return body

    @quietly(default=())
    async def transactions(self, user_id: str) -> list[dict[str, Any]]:
        body = await self._get(f"/users/{user_id}/trans", per_page=20)
        return body["trans"]

    async def spending(self, user_id: str) -> Spending:
        trans = await self.transactions(user_id)
        debits = [t for t in trans if t.get("recent_status", {}).get("status") == "SETTLED"]
        return Spending(count=len(debits), total=sum(t["amount"]["amount"] for t in debits))
