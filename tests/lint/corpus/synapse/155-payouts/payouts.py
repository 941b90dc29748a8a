"""Pays out merchant balances, one Synapse transaction per merchant."""
from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any, AsyncIterator

import httpx

from policy import CONTENTION, READS
from result import Either, Left, Right


@dataclass(frozen=True, slots=True)
class Payout:
    merchant: str
    node_id: str
    amount: Decimal
    key: str


class PayoutRejected(Exception):
    def __init__(self, merchant: str, status: int) -> None:
        super().__init__(f"payout to {merchant} rejected (HTTP {status})")
        self.merchant = merchant
        self.status = status


class Payouts:
    def __init__(self, http: httpx.AsyncClient, user_id: str, source: str) -> None:
        self._http = http
        self._path = f"/v3.1/users/{user_id}/nodes/{source}/trans"

    async def balance(self, user_id: str, node_id: str) -> Decimal:
        response = await READS.run(partial(self._http.get, f"/v3.1/users/{user_id}/nodes/{node_id}"))
        body = response.json()
        if response.status_code != 200:
            raise RuntimeError(f"balance of {node_id}: {body.get('error_code')} {body.get('error')}")
        return Decimal(str(body["info"]["balance"]["amount"]))

    async def pay(self, payout: Payout) -> Either[PayoutRejected, dict[str, Any]]:
        send = partial(
            self._http.post,
            self._path,
            json={
                "to": {"type": "ACH-US", "id": payout.node_id},
                "amount": {"amount": float(payout.amount), "currency": "USD"},
            },
            headers={"X-SP-IDEMPOTENCY-KEY": payout.key},
        )
        response = await CONTENTION.run(send)
        if response.is_error:
            return Left(PayoutRejected(payout.merchant, response.status_code))
        return Right(response.json())

    async def pay_all(self, payouts: Sequence[Payout]) -> list[Either[PayoutRejected, dict[str, Any]]]:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self.pay(p)) for p in payouts]
        return [t.result() for t in tasks]


@asynccontextmanager
async def open_payouts(
    gateway: str, user_key: str, user_id: str, source: str, base_url: str = "https://api.synapsefi.com"
) -> AsyncIterator[Payouts]:
    headers = {"X-SP-GATEWAY": gateway, "X-SP-USER": user_key}
    async with httpx.AsyncClient(base_url=base_url, headers=headers, timeout=30) as http:
        yield Payouts(http, user_id, source)
