from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from advice import KhipuError

T = TypeVar("T")
LOG = logging.getLogger(__name__)


class Outcome(Generic[T]):
    """Either a value or an error of the provider."""

    def __init__(self, value: T | None = None, error: KhipuError | None = None) -> None:
        self.value = value
        self.error = error

    @property
    def failed(self) -> bool:
        return self.error is not None


class RetryPolicy(Protocol):
    def should_retry(self, outcome: Outcome, resends: int) -> bool: ...

    def pause(self, outcome: Outcome) -> float: ...


class AdvicePolicy:
    def __init__(self, patient: bool = True) -> None:
        self._patient = patient

    def should_retry(self, outcome: Outcome, resends: int) -> bool:
        if not outcome.failed:
            return False
        advice = outcome.error.advice
        if advice.pause is None:
            return False
        if advice.pause > 60 and not self._patient:
            return False
        return resends < advice.resends

    def pause(self, outcome: Outcome) -> float:
        return outcome.error.advice.pause or 0.0


class CircuitOpen(Exception):
    pass


class CircuitBreaker:
    def __init__(self, threshold: int = 10, cool_down: float = 120.0) -> None:
        self._threshold = threshold
        self._cool_down = cool_down
        self._failures = 0
        self._opened_at: float | None = None

    def guard(self) -> None:
        if self._opened_at is not None and time.monotonic() - self._opened_at < self._cool_down:
            raise CircuitOpen("khipu circuit is open")

    def record(self, failed: bool) -> None:
        self._failures = self._failures + 1 if failed else 0
        self._opened_at = time.monotonic() if self._failures >= self._threshold else None


class Executor:
    def __init__(self, policy: RetryPolicy, breaker: CircuitBreaker) -> None:
        self._policy = policy
        self._breaker = breaker

    def run(self, action: Callable[[], Outcome[T]]) -> Outcome[T]:
        self._breaker.guard()
        resends = 0
        while True:
            outcome = action()
            self._breaker.record(outcome.failed)
            if not self._policy.should_retry(outcome, resends):
                return outcome
            pause = self._policy.pause(outcome)
            LOG.info("%s: resend %d in %.0f s", outcome.error.code, resends + 1, pause)
            if pause:
                time.sleep(pause)
            resends += 1
