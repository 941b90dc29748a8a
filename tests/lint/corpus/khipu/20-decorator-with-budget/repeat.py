"""Repeats a call while the advice allows it."""
from __future__ import annotations

import functools
import time
from collections.abc import Callable, Iterator
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Refused(Exception):
    """Status=ERROR. `error` is the Error object as it came."""

    def __init__(self, error: dict[str, str], **context: Any) -> None:
        super().__init__(error.get("Code"), error.get("Type"))
        self.error = error
        self.context = context


def pauses(first: float, factor: float, count: int) -> Iterator[float]:
    pause = first
    for _ in range(count):
        yield pause
        pause *= factor


def repeat_when_told(
    first: float = 1.0, factor: float = 3.0, count: int = 3
) -> Callable[[Callable[P, T]], Callable[P, T]]:
    def decorator(func: Callable[P, T]) -> Callable[P, T]:
        @functools.wraps(func)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> T:
            for pause in pauses(first, factor, count):
                try:
                    return func(*args, **kwargs)
                except Refused as refused:
                    if refused.error.get("Type") != "RETRY_IMMEDIATELY":
                        raise
                time.sleep(pause)
            return func(*args, **kwargs)

        return wrapper

    return decorator
