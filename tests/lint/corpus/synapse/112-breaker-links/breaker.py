from __future__ import annotations

import time
from dataclasses import dataclass, field


class CircuitOpen(RuntimeError):
    pass


@dataclass
class Breaker:
    limit: int = 10
    cool_off: float = 120.0
    _failures: int = field(default=0, init=False)
    _opened: float = field(default=0.0, init=False)

    def check(self) -> None:
        if self._failures >= self.limit and time.monotonic() - self._opened < self.cool_off:
            raise CircuitOpen(f"{self._failures} failures in a row")

    def success(self) -> None:
        self._failures = 0

    def failure(self) -> None:
        self._failures += 1
        self._opened = time.monotonic()
