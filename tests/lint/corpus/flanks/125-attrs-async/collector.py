"""Collects several products of one customer side by side."""
from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from functools import wraps
from typing import Any, ParamSpec

import httpx
from attrs import define, field

from outcomes import Broken, Code, Outcome, Unready, judge

P = ParamSpec("P")

PATHS = {
    "investments": "/v0/investment/portfolio",
    "accounts": "/v0/account",
    "liabilities": "/v0/liability",
}


def patient(rounds: int) -> Callable[[Callable[P, Awaitable[Outcome]]], Callable[P, Awaitable[Outcome]]]:
    """Goes on asking while the extraction runs. Longer waits are left to the caller."""

    def decorate(ask: Callable[P, Awaitable[Outcome]]) -> Callable[P, Awaitable[Outcome]]:
        @wraps(ask)
        async def asking(*args: P.args, **kwargs: P.kwargs) -> Outcome:
            outcome = await ask(*args, **kwargs)
            for _ in range(rounds):
                if not (isinstance(outcome, Unready) and outcome.code is Code.PROCESSING):
                    break
                await asyncio.sleep(outcome.after.total_seconds())
                outcome = await ask(*args, **kwargs)
            return outcome

        return asking

    return decorate


@define
class Collector:
    http: httpx.AsyncClient
    open_ticket: Callable[[Broken], None] = field(default=lambda broken: None)

    @patient(rounds=6)
    async def _ask(self, product: str, credentials_token: str) -> Outcome:
        resp = await self.http.post(PATHS[product], json={"credentials_token": credentials_token})
        try:
            body: Any = resp.json()
        except ValueError:
            body = {"error": resp.text[:200]}
        return judge(product, resp.status_code, body if isinstance(body, dict) else {"items": body})

    async def product(self, product: str, credentials_token: str) -> Outcome:
        outcome = await self._ask(product, credentials_token)
        if isinstance(outcome, Broken) and outcome.ticket:
            self.open_ticket(outcome)
        return outcome

    async def collect(self, credentials_token: str, products: Iterable[str] = PATHS) -> list[Outcome]:
        async with asyncio.TaskGroup() as group:
            running = [group.create_task(self.product(name, credentials_token)) for name in products]
        return [task.result() for task in running]


async def until_settled(collector: Collector, credentials_token: str, days: int = 3) -> list[Outcome]:
    """The night job: comes back for whatever was not ready, each time after the longest wait asked for."""
    settled: list[Outcome] = []
    names: list[str] = list(PATHS)
    loop = asyncio.get_running_loop()
    deadline = loop.time() + days * 86_400
    while names:
        outcomes = await collector.collect(credentials_token, names)
        waiting = [outcome for outcome in outcomes if isinstance(outcome, Unready)]
        settled += [outcome for outcome in outcomes if not isinstance(outcome, Unready)]
        if not waiting:
            break
        pause = max(outcome.after for outcome in waiting).total_seconds()
        if loop.time() + pause > deadline:
            return settled + waiting
        await asyncio.sleep(pause)
        names = [outcome.product for outcome in waiting]
    return settled
