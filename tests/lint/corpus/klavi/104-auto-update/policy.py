"""Retry policies as values."""
from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

R = TypeVar("R")


def doubling(first: float, ceiling: float) -> Iterator[float]:
    pause = first
    while True:
        yield min(pause, ceiling)
        pause *= 2


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    tries: int
    first: float = 2.0
    ceiling: float = 30.0
    sleep: Callable[[float], None] = field(default=time.sleep)

    def run(self, step: Callable[[], R], again: Callable[[R], bool]) -> R:
        pauses = doubling(self.first, self.ceiling)
        result = step()
        for _ in range(self.tries - 1):
            if not again(result):
                break
            self.sleep(next(pauses))
            result = step()
        return result
