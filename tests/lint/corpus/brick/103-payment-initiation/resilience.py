from __future__ import annotations

import functools
import random
import time
from collections.abc import Callable, Iterable, Iterator
from typing import ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Backoff(Protocol):
    def __call__(self) -> Iterator[float]: ...


def exponential(base: float, factor: float, attempts: int, jitter: float = 0.0) -> Iterator[float]:
    for n in range(attempts):
        yield base * factor**n + random.uniform(0.0, jitter)


def resilient(
    on: type[Exception], when: Callable[[Exception], bool], waits: Backoff
) -> Callable[[Callable[P, T]], Callable[P, T]]:
    def wrap(fn: Callable[P, T]) -> Callable[P, T]:
        @functools.wraps(fn)
        def inner(*args: P.args, **kwargs: P.kwargs) -> T:
            schedule: Iterable[float] = waits()
            for pause in schedule:
                try:
                    return fn(*args, **kwargs)
                except on as exc:
                    if not when(exc):
                        raise
                time.sleep(pause)
            return fn(*args, **kwargs)

        return inner

    return wrap
