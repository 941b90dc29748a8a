from __future__ import annotations

import heapq
import itertools
import time
from typing import Callable

from .model import Later, Provider, Ready, Stuck, Who


class Scheduler:
    """Keeps due jobs in a heap; a job that must rest goes back with its own delay."""

    def __init__(self, on_ready: Callable[[str, Ready], None], on_stuck: Callable[[str, Stuck], None],
                 clock: Callable[[], float] = time.time, sleep: Callable[[float], None] = time.sleep,
                 rounds: int = 3):
        self.on_ready, self.on_stuck = on_ready, on_stuck
        self.clock, self.sleep, self.rounds = clock, sleep, rounds
        self._heap: list = []
        self._n = itertools.count()

    def add(self, provider: Provider, customer: str, delay: float = 0, tried: int = 0) -> None:
        heapq.heappush(self._heap, (self.clock() + delay, next(self._n), provider, customer, tried))

    def run(self) -> None:
        while self._heap:
            due, _, provider, customer, tried = heapq.heappop(self._heap)
            self.sleep(max(0.0, due - self.clock()))
            match provider.pull(customer):
                case Ready() as ready:
                    self.on_ready(customer, ready)
                case Later(wait, _, _) if tried + 1 < self.rounds:
                    self.add(provider, customer, wait.total_seconds(), tried + 1)
                case Later(_, code, text):
                    self.on_stuck(customer, Stuck(Who.OPS, code, text))
                case Stuck() as stuck:
                    self.on_stuck(customer, stuck)
