"""Retry decorator used by all connectors."""
from __future__ import annotations

import functools
import random
import time
from typing import Callable, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

SOFT_WORDS = ("try again", "timeout", "temporarily", "unavailable")


def is_soft(exc: Exception) -> bool:
    text = str(exc).lower()
    return any(word in text for word in SOFT_WORDS)


def retry_soft(times: int = 3, pause: float = 60.0) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def decorate(fn: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(fn)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            for left in reversed(range(times)):
                try:
                    return fn(*args, **kwargs)
                except Exception as exc:
                    if left == 0 or not is_soft(exc):
                        raise
                    time.sleep(pause + random.uniform(0, 10))
            raise AssertionError("unreachable")

        return wrapper

    return decorate
