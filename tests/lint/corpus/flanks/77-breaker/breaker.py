"""A circuit breaker: after a few failures in a row nobody asks for a while. It never repeats a call."""
from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")


class Open(Exception):
    """The circuit is open: try again later."""

    def __init__(self, until: float, cause: BaseException | None) -> None:
        super().__init__(f"open for another {until - time.monotonic():.0f} s")
        self.until = until
        self.cause = cause


@dataclass
class Breaker:
    threshold: int = 3
    cool_down: float = 300.0
    failures: int = 0
    until: float = 0.0
    last: BaseException | None = None

    async def __call__(self, fn: Callable[..., Awaitable[T]], *args: Any) -> T:
        if time.monotonic() < self.until:
            raise Open(self.until, self.last)
        try:
            result = await fn(*args)
        except Exception as exc:
            self.failures += 1
            self.last = exc
            if self.failures >= self.threshold:
                self.until = time.monotonic() + self.cool_down
            raise
        else:
            self.failures = 0
        return result
