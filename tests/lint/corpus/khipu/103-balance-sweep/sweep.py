"""Evening sweep: balances of every company account that is linked through Khipu."""
from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

import httpx

from model import Answer, Fault

log = logging.getLogger("sweep")
NOTHING_TO_SHOW = frozenset({"E2", "E3"})


class Account(NamedTuple):
    bank: str
    rut: str
    password: str


class Balance(NamedTuple):
    currency: str
    amount: Decimal


class SweepError(Exception):
    def __init__(self, account: Account, fault: Fault) -> None:
        super().__init__(f"{account.bank} {account.rut}: {fault.code} {fault.advice.value} {fault.description}")
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Retries:
    limit: int = 3


class BearerAuth(httpx.Auth):
    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request):
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


class Sweep:
    def __init__(self, http: httpx.AsyncClient, retries: Retries = Retries()) -> None:
        self._http = http
        self._retries = retries

    async def _ask(self, account: Account) -> Answer:
        resp = await self._http.post(
            f"/v1/cl/banks/{account.bank}/balances",
            json={"Username": account.rut, "Password": account.password},
        )
        return Answer.model_validate_json(resp.content)

    async def balances(self, account: Account) -> list[Balance]:
        answer = await self._ask(account)
        for _ in range(self._retries.limit):
            if answer.fault is None or (pause := answer.fault.advice.pause) is None:
                break
            await asyncio.sleep(pause.total_seconds())
            answer = await self._ask(account)
        match answer.fault:
            case None:
                return [Balance(row["Currency"], Decimal(str(row["Amount"]))) for row in answer.data]
            case Fault(family=family) if family in NOTHING_TO_SHOW:
                return []
            case fault:
                raise SweepError(account, fault)

    async def run(self, accounts: Iterable[Account]) -> dict[Account, list[Balance] | SweepError]:
        report: dict[Account, list[Balance] | SweepError] = {}

        async def one(account: Account) -> None:
            try:
                report[account] = await self.balances(account)
            except SweepError as exc:
                log.warning("%s", exc)
                report[account] = exc

        async with asyncio.TaskGroup() as group:
            for account in accounts:
                group.create_task(one(account))
        return report
