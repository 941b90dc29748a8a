"""Sends payouts out of a work queue, four threads at a time."""
from __future__ import annotations

import queue
import threading
import time
from dataclasses import dataclass, field
from typing import Any

import requests

MAX_TRIES = 5


@dataclass
class Payout:
    reference: str
    user_id: str
    node_id: str
    to_node: str
    amount: float
    tries: int = 0


@dataclass
class Rejection:
    payout: Payout
    http_status: int
    code: str
    reason: str


@dataclass
class Ledger:
    sent: dict[str, str] = field(default_factory=dict)
    rejected: list[Rejection] = field(default_factory=list)


class PayoutsRejected(Exception):
    def __init__(self, rejected: list[Rejection]) -> None:
        super().__init__("; ".join(f"{r.payout.reference}: {r.http_status} {r.code} {r.reason}" for r in rejected))
        self.rejected = rejected


class PayoutRunner:
    def __init__(self, base_url: str, headers: dict[str, str], workers: int = 4) -> None:
        self.base_url = base_url
        self.headers = headers
        self.workers = workers
        self.jobs: queue.Queue[Payout] = queue.Queue()
        self.ledger = Ledger()
        self._lock = threading.Lock()

    def _post(self, payout: Payout) -> tuple[int, dict[str, Any]]:
        res = requests.post(
            f"{self.base_url}/v3.1/users/{payout.user_id}/nodes/{payout.node_id}/trans",
            json={
                "to": {"type": "ACH-US", "id": payout.to_node},
                "amount": {"amount": payout.amount, "currency": "USD"},
                "extra": {"ip": "127.0.0.1", "supp_id": payout.reference},
            },
            headers={**self.headers, "X-SP-IDEMPOTENCY-KEY": payout.reference},
            timeout=30,
        )
        try:
            return res.status_code, res.json()
        except ValueError:
            return res.status_code, {}

    def _handle(self, payout: Payout) -> None:
        status, body = self._post(payout)
        if status == 200:
            with self._lock:
                self.ledger.sent[payout.reference] = body["_id"]
            return
        payout.tries += 1
        if payout.tries < MAX_TRIES:
            time.sleep(2 ** payout.tries)
            self.jobs.put(payout)
            return
        rejection = Rejection(
            payout,
            status,
            body.get("code", "unknown"),
            (body.get("error") or {}).get("en", ""),
        )
        with self._lock:
            self.ledger.rejected.append(rejection)

    def _work(self) -> None:
        while True:
            payout = self.jobs.get()
            try:
                self._handle(payout)
            finally:
                self.jobs.task_done()

    def run(self, payouts: list[Payout]) -> dict[str, str]:
        for payout in payouts:
            self.jobs.put(payout)
        for _ in range(self.workers):
            threading.Thread(target=self._work, daemon=True).start()
        self.jobs.join()
        if self.ledger.rejected:
            raise PayoutsRejected(self.ledger.rejected)
        return self.ledger.sent
