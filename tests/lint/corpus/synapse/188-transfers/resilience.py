"""How we treat a Synapse that has trouble: tenacity inside, breaker outside."""
from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from tenacity import Retrying, before_sleep_log, retry_if_exception, stop_after_attempt, wait_exponential

from errors import SynapseError, SynapseSuspended

T = TypeVar("T")
logger = logging.getLogger("synapse")

# Overload and maintenance, and our own haste. Nothing else gets better by waiting.
TEMPORARY = {("503", "503"), ("429", "429")}


def is_temporary(exc: BaseException) -> bool:
    return isinstance(exc, SynapseError) and exc.pair in TEMPORARY


@dataclass(frozen=True)
class RetryPolicy:
    attempts: int = 4
    first: float = 30.0
    longest: float = 300.0

    def retrying(self) -> Retrying:
        return Retrying(
            retry=retry_if_exception(is_temporary),
            wait=wait_exponential(multiplier=self.first, min=self.first, max=self.longest),
            stop=stop_after_attempt(self.attempts),
            before_sleep=before_sleep_log(logger, logging.WARNING),
            reraise=True,
        )


class Breaker:
    def __init__(self, policy: RetryPolicy | None = None, threshold: int = 5, rest: float = 600.0) -> None:
        self.policy = policy or RetryPolicy()
        self.threshold = threshold
        self.rest = rest
        self._in_a_row = 0
        self._closed_again_at = 0.0
        self._cause: SynapseError | None = None

    def call(self, func: Callable[[], T]) -> T:
        if self._cause and time.monotonic() < self._closed_again_at:
            raise SynapseSuspended(self._cause)
        try:
            result = self.policy.retrying()(func)
        except SynapseError as exc:
            if is_temporary(exc):
                self._trip(exc)
            raise
        self._in_a_row, self._cause = 0, None
        return result

    def _trip(self, exc: SynapseError) -> None:
        self._in_a_row += 1
        if self._in_a_row >= self.threshold:
            self._cause, self._closed_again_at = exc, time.monotonic() + self.rest
