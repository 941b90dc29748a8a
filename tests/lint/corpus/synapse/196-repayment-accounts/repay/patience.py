"""Retry policies: immutable, comparable, and testable without a network."""
from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from repay.taxonomy import LinkingError

T = TypeVar("T")
TEMPORARY = frozenset({"500", "503"})


@dataclasses.dataclass(frozen=True, kw_only=True)
class Patience:
    rounds: int = 3
    pause: float = 300.0
    growth: float = 2.0
    accepts: Callable[[LinkingError], bool] = lambda error: error.error_code in TEMPORARY

    def pauses(self) -> Iterator[float]:
        pause = self.pause
        for _ in range(self.rounds - 1):
            yield pause
            pause *= self.growth

    def run(self, step: Callable[[], T], on_pause: Callable[[LinkingError, float], None]) -> T:
        for pause in self.pauses():
            try:
                return step()
            except LinkingError as error:
                if not self.accepts(error):
                    raise
                on_pause(error, pause)
                time.sleep(pause)
        return step()


IMPATIENT = Patience(rounds=1)
