"""Net worth of a household: one call per member, what fails stays visible in the report."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from decimal import Decimal

import aiohttp

from errors import FlanksError


@dataclass
class Member:
    name: str
    credentials_token: str


@dataclass
class Report:
    total: Decimal = Decimal(0)
    missing: dict[str, FlanksError] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        return not self.missing


class Household:
    def __init__(self, base_url: str, token: str) -> None:
        self.base_url = base_url
        self.token = token

    async def _worth(self, http: aiohttp.ClientSession, member: Member) -> Decimal:
        async with http.post("/v0/bank/account", json={"credentials_token": member.credentials_token}) as response:
            try:
                body = await response.json(content_type=None)
            except ValueError:
                body = {"error": await response.text()}
            if response.status != 200:
                raise FlanksError.of(response.status, body)
        return sum((Decimal(str(a["balance"])) for a in body["accounts"] if a["balance"] is not None), Decimal(0))

    async def report(self, members: list[Member]) -> Report:
        headers = {"Authorization": f"Bearer {self.token}"}
        async with aiohttp.ClientSession(self.base_url, headers=headers) as http:
            results = await asyncio.gather(*(self._worth(http, m) for m in members), return_exceptions=True)
        report = Report()
        for member, result in zip(members, results):
            match result:
                case Decimal():
                    report.total += result
                case FlanksError():
                    report.missing[member.name] = result
                case _:
                    raise result
        if members and len(report.missing) == len(members):
            raise ExceptionGroup("no member could be read", list(report.missing.values()))
        return report
