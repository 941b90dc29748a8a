from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Outcome:
    status: int
    body: dict[str, Any]

    @property
    def code(self) -> int | None:
        return self.body.get("error_code")


class RetryPolicy(ABC):
    def __init__(self, max_attempts: int, delay_seconds: float) -> None:
        self.max_attempts = max_attempts
        self.delay_seconds = delay_seconds

    @abstractmethod
    def should_retry(self, outcome: Outcome) -> bool: ...


class BankSidePolicy(RetryPolicy):
    """The 50xxx family comes from the bank; banks recover."""

    def should_retry(self, outcome: Outcome) -> bool:
        return outcome.code is not None and 50000 <= outcome.code < 51000


class RetryTemplate:
    def __init__(self, policy: RetryPolicy) -> None:
        self._policy = policy

    def execute(self, action: Callable[[], Outcome]) -> Outcome:
        outcome = action()
        for _ in range(self._policy.max_attempts - 1):
            if not self._policy.should_retry(outcome):
                return outcome
            time.sleep(self._policy.delay_seconds)
            outcome = action()
        return outcome
