from __future__ import annotations

import asyncio
from datetime import datetime
from itertools import chain
from typing import Any

import aiohttp

from later import Later

ENDPOINT = "https://api.khipu.com/v1/cl/services/santander.cl/movements"


class Fault(Exception):
    def __init__(self, code: str, advice: str, text: str):
        super().__init__(code, advice, text)
        self.code = code
        self.advice = advice
        self.text = text


class Movements:
    QUICK = (0.2, 1.0)

    def __init__(self, token: str, later: Later, endpoint: str = ENDPOINT) -> None:
        self.token = token
        self.later = later
        self.endpoint = endpoint

    async def _once(self, http: aiohttp.ClientSession, account: str, month: str) -> list[dict]:
        body = {"Account": account, "Month": month}
        async with http.post(self.endpoint, json=body) as resp:
            doc: dict[str, Any] = await resp.json(content_type=None)
        if doc["Status"] == "OK":
            return [{**m, "account": account} for m in doc["Data"]["Movements"]]
        error = doc["Error"]
        raise Fault(error["Code"], error["Type"], error["Description"])

    async def pull(self, http: aiohttp.ClientSession, account: str, month: str) -> list[dict]:
        for nap in chain(self.QUICK, [None]):
            try:
                return await self._once(http, account, month)
            except Fault as fault:
                if fault.advice == "RETRY_IMMEDIATELY" and nap is not None:
                    await asyncio.sleep(nap)
                    continue
                if self.later.put(fault.advice, account, month, datetime.now()):
                    return []
                raise
        return []

    async def load(self, jobs: list[tuple[str, str]]) -> list[dict]:
        """Rows of all accounts, oldest first."""
        jobs = [*self.later.take_due(datetime.now()), *jobs]
        headers = {"Authorization": f"Bearer {self.token}"}
        async with aiohttp.ClientSession(headers=headers) as http:
            parts = await asyncio.gather(
                *(self.pull(http, account, month) for account, month in jobs),
                return_exceptions=True,
            )
        rows = [row for part in parts if isinstance(part, list) for row in part]
        rows.sort(key=lambda row: row["Date"])
        return rows
