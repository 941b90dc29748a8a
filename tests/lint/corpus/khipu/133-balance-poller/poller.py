"""Reads the balances of all companies of the group, a few at a time."""
from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass

from errors import KhipuError
from khipu_client import KhipuClient


@dataclass(frozen=True, slots=True)
class Login:
    company: str
    bank: str
    rut: str
    password: str


@dataclass(frozen=True, slots=True)
class Balance:
    company: str
    amount: int | None
    failure: KhipuError | None = None


async def balance(client: KhipuClient, login: Login) -> Balance:
    data = await client.execute(f"banks/{login.bank}/balance", {"Username": login.rut, "Password": login.password})
    return Balance(login.company, int(data["Balance"]))


async def all_balances(client: KhipuClient, logins: Iterable[Login], width: int = 4) -> list[Balance]:
    gate = asyncio.Semaphore(width)

    async def one(login: Login) -> Balance:
        async with gate:
            try:
                return await balance(client, login)
            except KhipuError as exc:
                return Balance(login.company, None, exc)

    return await asyncio.gather(*(one(login) for login in logins))
