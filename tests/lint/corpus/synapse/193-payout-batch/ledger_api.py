"""Orders at SynapseFI through urllib3."""
from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import urllib3

from synapse_errors import from_body

LIVE = "https://api.synapsefi.com/v3.1"


@dataclass(frozen=True)
class Payout:
    reference: str
    source: str
    target: str
    amount: Decimal


@dataclass(frozen=True)
class Receipt:
    order_id: str
    pending: bool


@contextlib.contextmanager
def gateway(keys: str, user_key: str, base_url: str = LIVE) -> Iterator["LedgerApi"]:
    """Opens the pool for one run and gives its sockets back at the end."""
    pool = urllib3.PoolManager(
        headers={"X-SP-GATEWAY": keys, "X-SP-USER": user_key, "Content-Type": "application/json"},
        retries=False,
        timeout=urllib3.Timeout(connect=4, read=40),
    )
    try:
        yield LedgerApi(pool, base_url)
    finally:
        pool.clear()


class LedgerApi:
    def __init__(self, pool: urllib3.PoolManager, base_url: str = LIVE) -> None:
        self._pool = pool
        self._base_url = base_url

    def send(self, user_id: str, payout: Payout) -> Receipt:
        response = self._pool.request(
            "POST",
            f"{self._base_url}/users/{user_id}/nodes/{payout.source}/trans",
            body=json.dumps(
                {
                    "to": {"type": "ACH-US", "id": payout.target},
                    "amount": {"amount": float(payout.amount), "currency": "USD"},
                    "extra": {"supp_id": payout.reference},
                }
            ),
            headers={**self._pool.headers, "X-SP-IDEMPOTENCY-KEY": payout.reference},
        )
        body = json.loads(response.data)
        if response.status not in (200, 202) or body.get("error_code", "0") not in ("0", "10"):
            raise from_body(body)
        return Receipt(body.get("_id", ""), pending=response.status == 202 or body.get("error_code") == "10")
