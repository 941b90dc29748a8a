"""What a household owns, for the adviser's screen."""
from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import httpx

from klavi import report

log = logging.getLogger(__name__)

AT_ONCE = 4


@dataclass
class Household:
    accounts: int = 0
    balance: Decimal = Decimal(0)
    spent: Decimal = Decimal(0)
    banks: set[str] = field(default_factory=set)

    def add(self, data: dict[str, Any]) -> None:
        for account in data.get("accounts", []):
            self.accounts += 1
            self.balance += Decimal(str(account.get("balance", 0)))
            self.banks.add(account.get("institution", "?"))
        for transaction in data.get("transactions", []):
            amount = Decimal(str(transaction.get("amount", 0)))
            if amount < 0:
                self.spent -= amount


async def _limited(gate: asyncio.Semaphore, http: httpx.AsyncClient, cpf: str) -> dict[str, Any]:
    async with gate:
        return await report(http, cpf)


async def household(http: httpx.AsyncClient, cpfs: Sequence[str]) -> Household:
    gate = asyncio.Semaphore(AT_ONCE)
    answers = await asyncio.gather(*(_limited(gate, http, cpf) for cpf in cpfs), return_exceptions=True)
    result = Household()
    for cpf, answer in zip(cpfs, answers, strict=True):
        if isinstance(answer, BaseException):
            log.warning("no report for ...%s", cpf[-4:])
            continue
        result.add(answer)
    return result
