"""Runs the nightly balance requests; what Khipu postpones comes back to the heap."""
from __future__ import annotations

import asyncio
import heapq
import itertools
import time
from typing import Any

from khipu_gateway import Gateway, KhipuError

FOUR_HOURS = 4 * 60 * 60


class Worker:
    def __init__(self, gateway: Gateway, rounds: int = 2) -> None:
        self.gateway = gateway
        self.rounds = rounds
        self.results: dict[str, Any] = {}
        self.problems: dict[str, KhipuError] = {}
        self._heap: list[tuple[float, int, str, dict[str, Any], int]] = []
        self._tick = itertools.count()

    def add(self, key: str, body: dict[str, Any], due: float | None = None, round_: int = 1) -> None:
        heapq.heappush(self._heap, (due or time.time(), next(self._tick), key, body, round_))

    async def drain(self) -> None:
        while self._heap:
            due, _, key, body, round_ = heapq.heappop(self._heap)
            await asyncio.sleep(max(0.0, due - time.time()))
            try:
                self.results[key] = await self.gateway.run("/v1/cl/services/balance", body)
            except KhipuError as err:
                if err.type == "WAIT_4_HOURS_BEFORE_RETRY" and round_ < self.rounds:
                    self.add(key, body, due=time.time() + FOUR_HOURS, round_=round_ + 1)
                elif err.code[:2] == "E3":
                    self.results[key] = None
                else:
                    self.problems[key] = err
