from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import TypeVar

import attrs

from .exceptions import CapacityError, KlaviApiError

T = TypeVar("T")


@attrs.frozen
class RetryPolicy:
    attempts: int = 4
    base: float = 20.0
    cap: float = 180.0
    retry_on: tuple[type[KlaviApiError], ...] = (CapacityError,)

    def pauses(self):
        for n in range(self.attempts - 1):
            yield min(self.cap, self.base * 2**n) * random.uniform(1.0, 1.2)

    def run(self, fn: Callable[[], T]) -> T:
        for pause in self.pauses():
            try:
                return fn()
            except self.retry_on:
                time.sleep(pause)
        return fn()


NO_RETRY = RetryPolicy(attempts=1)
