from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import timedelta
from typing import Optional, Sequence

from openfinance.mapper import KlaviBusinessException


class RetryPolicy(ABC):
    """Answers how long to hold the request before it is sent once more; None means never."""

    @abstractmethod
    def hold(self, failure: KlaviBusinessException, attempt: int) -> Optional[timedelta]:
        ...


class ThrottlingPolicy(RetryPolicy):
    TOO_MANY_REQUESTS = 429

    def __init__(self, max_attempts: int = 4) -> None:
        self._max_attempts = max_attempts

    def hold(self, failure: KlaviBusinessException, attempt: int) -> Optional[timedelta]:
        if failure.get_code() != self.TOO_MANY_REQUESTS or attempt >= self._max_attempts:
            return None
        return timedelta(seconds=5 * 2 ** attempt)


class SecurityMeasurePolicy(RetryPolicy):
    SECURITY_MEASUREMENT_FROM_BANK = 414
    REGISTRATION_NOT_FINISHED = 415

    COOL_DOWN = timedelta(minutes=30)
    HELD_CODES = frozenset({SECURITY_MEASUREMENT_FROM_BANK, REGISTRATION_NOT_FINISHED})

    def hold(self, failure: KlaviBusinessException, attempt: int) -> Optional[timedelta]:
        if failure.get_code() in self.HELD_CODES and attempt <= 1:
            return self.COOL_DOWN
        return None


class CompositePolicy(RetryPolicy):
    def __init__(self, policies: Sequence[RetryPolicy]) -> None:
        self._policies = tuple(policies)

    def hold(self, failure: KlaviBusinessException, attempt: int) -> Optional[timedelta]:
        for policy in self._policies:
            answer = policy.hold(failure, attempt)
            if answer is not None:
                return answer
        return None
