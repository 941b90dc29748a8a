"""Creates credentials; when the bank's site is closed the order waits in a heap for half an hour."""
from __future__ import annotations

import heapq
import itertools
import json
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from functools import singledispatchmethod

from outcomes import BankClosed, Connected, Outcome, Review, outcome_of

HALF_AN_HOUR = 1800
ROUNDS = 4


@dataclass
class Order:
    holder: str
    bank: str
    username: str
    password: str
    rounds: int = 0


class ConnectFailed(Exception):
    def __init__(self, order: Order, outcome: Outcome) -> None:
        super().__init__(f"{order.holder} at {order.bank}: {outcome}")
        self.outcome = outcome


class Connector:
    def __init__(self, base_url: str, token: str) -> None:
        self.base_url = base_url
        self.token = token
        self._heap: list[tuple[float, int, Order]] = []
        self._tie = itertools.count()
        self.done: dict[str, Outcome] = {}

    def submit(self, order: Order, due: float | None = None) -> None:
        heapq.heappush(self._heap, (due if due is not None else time.monotonic(), next(self._tie), order))

    def _send(self, order: Order) -> Outcome:
        data = json.dumps({"bank": order.bank, "username": order.username, "password": order.password}).encode()
        req = urllib.request.Request(f"{self.base_url}/v0/bank/credentials", data=data, method="POST")
        req.add_header("Content-Type", "application/json")
        req.add_header("Authorization", f"Bearer {self.token}")
        try:
            with urllib.request.urlopen(req, timeout=60) as reply:
                return outcome_of(reply.status, json.load(reply))
        except urllib.error.HTTPError as exc:
            raw = exc.read().decode("utf-8", "replace")
            try:
                body = json.loads(raw)
            except ValueError:
                body = {"error": raw}
            return outcome_of(exc.code, body)

    def run(self) -> dict[str, Outcome]:
        while self._heap:
            due, _, order = heapq.heappop(self._heap)
            if (pause := due - time.monotonic()) > 0:
                time.sleep(pause)
            self._settle(self._send(order), order)
        return self.done

    @singledispatchmethod
    def _settle(self, outcome: Outcome, order: Order) -> None:
        raise ConnectFailed(order, outcome)

    @_settle.register(Connected)
    @_settle.register(Review)
    def _(self, outcome, order: Order) -> None:
        self.done[order.holder] = outcome

    @_settle.register
    def _(self, outcome: BankClosed, order: Order) -> None:
        order.rounds += 1
        if order.rounds >= ROUNDS:
            raise ConnectFailed(order, outcome)
        self.submit(order, time.monotonic() + HALF_AN_HOUR)
