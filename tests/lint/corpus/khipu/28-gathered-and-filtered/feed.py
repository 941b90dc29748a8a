"""All movements of a household, from every linked bank."""
from __future__ import annotations

import asyncio
from typing import Any, NamedTuple

import httpx


class Credentials(NamedTuple):
    bank: str
    username: str
    password: str


class FeedError(Exception):
    def __init__(self, bank: str, code: str, advice: str) -> None:
        super().__init__(f"{bank}: {code} {advice}")
        self.bank = bank
        self.code = code
        self.advice = advice


class HouseholdFeed:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def _movements(self, who: Credentials) -> list[dict[str, Any]]:
        payload = {"Username": who.username, "Password": who.password}
        reply = (await self.http.post(f"/v1/cl/banks/{who.bank}/movements", json=payload)).json()
        error = reply["Error"]
        if error:
            raise FeedError(who.bank, error["Code"], error["Type"])
        return reply["Data"]["Movements"]

    async def movements(self, household: list[Credentials]) -> list[dict[str, Any]]:
        results = await asyncio.gather(
            *(self._movements(who) for who in household), return_exceptions=True
        )
        rows = [row for result in results if not isinstance(result, BaseException) for row in result]
        return sorted(rows, key=lambda row: row["Date"], reverse=True)
