"""Refreshes the investments of all the customers, some at a time, and reports what happened to each."""
from __future__ import annotations

import asyncio
import collections
import json
import os
import sys
from dataclasses import asdict, dataclass
from typing import Any

import httpx

BANK_DOWN = 50001
TRIES_WHEN_BANK_DOWN = 3
BANK_DOWN_PAUSE = 15 * 60


@dataclass(frozen=True)
class Problem:
    status: int
    code: int | None
    text: str

    @property
    def bank_is_down(self) -> bool:
        return self.code == BANK_DOWN


@dataclass(frozen=True)
class Outcome:
    customer: str
    investments: Any = None
    problem: Problem | None = None
    network: str | None = None


class WealthApi:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self._client = httpx.AsyncClient(
            base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=45
        )

    async def __aenter__(self) -> "WealthApi":
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self._client.aclose()

    async def investments(self, credentials_token: str) -> tuple[Any, Problem | None]:
        response = await self._client.post(
            "/v0/bank/credentials/investment", json={"credentials_token": credentials_token}
        )
        if response.status_code == httpx.codes.OK:
            return response.json(), None
        try:
            body = response.json()
        except ValueError:
            return None, Problem(response.status_code, None, response.text)
        text = body.get("error") or body.get("message") or ""
        return None, Problem(response.status_code, body.get("error_code"), text)

    async def investments_patiently(self, credentials_token: str) -> tuple[Any, Problem | None]:
        data, problem = await self.investments(credentials_token)
        for _ in range(TRIES_WHEN_BANK_DOWN - 1):
            if problem is None or not problem.bank_is_down:
                break
            await asyncio.sleep(BANK_DOWN_PAUSE)
            data, problem = await self.investments(credentials_token)
        return data, problem


async def refresh(api: WealthApi, gate: asyncio.Semaphore, customer: str, token: str) -> Outcome:
    async with gate:
        try:
            data, problem = await api.investments_patiently(token)
        except httpx.TransportError as exc:
            return Outcome(customer, network=repr(exc))
    return Outcome(customer, investments=data, problem=problem)


async def main(path: str) -> int:
    with open(path) as f:
        customers: dict[str, str] = json.load(f)
    gate = asyncio.Semaphore(5)
    async with WealthApi(os.environ["FLANKS_TOKEN"]) as api:
        outcomes = await asyncio.gather(*(refresh(api, gate, c, t) for c, t in customers.items()))
    for outcome in outcomes:
        print(json.dumps(asdict(outcome)))
    tally = collections.Counter(o.problem.code or f"http-{o.problem.status}" for o in outcomes if o.problem)
    for code, n in tally.most_common():
        print(f"{n:5d} x {code}", file=sys.stderr)
    return 1 if tally or any(o.network for o in outcomes) else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1])))
