"""Breaker, bucket and the loop that asks the policy."""
from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from errors import BrickError, CircuitOpen
from policies import policy_for

T = TypeVar("T")
log = logging.getLogger(__name__)


@dataclass
class TokenBucket:
    rate: float
    capacity: float
    _tokens: float = field(init=False)
    _stamp: float = field(init=False, default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self._tokens = self.capacity

    def take(self) -> None:
        now = time.monotonic()
        self._tokens = min(self.capacity, self._tokens + (now - self._stamp) * self.rate)
        self._stamp = now
        self._tokens -= 1
        if self._tokens < 0:
            time.sleep(-self._tokens / self.rate)


@dataclass
class CircuitBreaker:
    name: str
    threshold: int = 3
    cooldown: float = 120.0
    _failures: int = 0
    _opened_at: float = 0.0
    _last: BrickError | None = None

    def before(self) -> None:
        left = self._opened_at + self.cooldown - time.monotonic()
        if self._failures >= self.threshold and left > 0:
            raise CircuitOpen(self.name, self._last, left)

    def succeeded(self) -> None:
        self._failures, self._last = 0, None

    def failed(self, error: BrickError) -> None:
        if error.status < 500:
            return
        self._failures, self._last, self._opened_at = self._failures + 1, error, time.monotonic()


class Resilient:
    """Runs one operation; counts a whole run, retries included, as one failure of the breaker."""

    def __init__(self, breaker: CircuitBreaker, bucket: TokenBucket, sleep: Callable[[float], None] | None = None):
        self.breaker = breaker
        self.bucket = bucket
        self.sleep = sleep or time.sleep

    def run(self, operation: Callable[[], T]) -> T:
        self.breaker.before()
        try:
            result = self._attempts(operation)
        except BrickError as error:
            self.breaker.failed(error)
            raise
        self.breaker.succeeded()
        return result

    def _attempts(self, operation: Callable[[], T]) -> T:
        resend = 0
        while True:
            self.bucket.take()
            try:
                return operation()
            except BrickError as error:
                policy = policy_for(error)
                delay = policy.delay_before(resend)
                if delay is None:
                    raise
                log.warning("%s, policy %s: again in %.0f s", error, policy.name, delay)
            self.sleep(delay)
            resend += 1
