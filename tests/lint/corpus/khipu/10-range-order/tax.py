"""Monthly tax declarations (form 29)."""
from __future__ import annotations

import asyncio
from typing import Any

import aiohttp

from outcome import Kind, Outcome, kind_of

BASE = "https://api.khipu.com"


class TaxClient:
    def __init__(self, token: str, base: str = BASE) -> None:
        self._headers = {"Authorization": f"Bearer {token}"}
        self._base = base

    async def declaration(self, rut: str, password: str, period: str) -> Outcome:
        payload = {"Username": rut, "Password": password, "Period": period}
        async with aiohttp.ClientSession(headers=self._headers) as session:
            async with session.post(f"{self._base}/v1/cl/services/sii.cl/f29", json=payload) as response:
                body: dict[str, Any] = await response.json(content_type=None)
        if body["Status"] == "OK":
            return Outcome(Kind.OK, data=body["Data"])
        error = body["Error"]
        return Outcome(kind_of(error["Code"]), error["Code"], error["Type"])

    async def year(self, rut: str, password: str, year: int) -> dict[str, Outcome]:
        periods = [f"{year}-{month:02}" for month in range(1, 13)]
        outcomes = await asyncio.gather(*(self.declaration(rut, password, p) for p in periods))
        return dict(zip(periods, outcomes))
