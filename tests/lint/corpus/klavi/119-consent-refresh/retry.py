"""Annotation-like retry support, in the manner of our old Spring Retry set-up."""
from __future__ import annotations

import functools
import logging
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import timedelta
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
LOG = logging.getLogger(__name__)


class BackOffStrategy(ABC):
    @abstractmethod
    def next_delay(self, error: Exception, attempt: int) -> timedelta: ...


class Retryable:
    def __init__(self, include: type[Exception], max_attempts: int, back_off: BackOffStrategy) -> None:
        self._include = include
        self._max_attempts = max_attempts
        self._back_off = back_off

    def __call__(self, target: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(target)
        def proxy(*args: P.args, **kwargs: P.kwargs) -> R:
            for attempt in range(1, self._max_attempts + 1):
                try:
                    return target(*args, **kwargs)
                except self._include as error:
                    if attempt == self._max_attempts:
                        raise
                    delay = self._back_off.next_delay(error, attempt)
                    LOG.warning("%s failed (%s), again in %s", target.__name__, error, delay)
                    time.sleep(delay.total_seconds())
            raise AssertionError("unreachable")

        return proxy
