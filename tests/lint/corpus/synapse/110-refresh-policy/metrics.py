"""Counters and timings. Prometheus-like, but without the dependency."""
from __future__ import annotations

import functools
import time
from collections import defaultdict
from typing import Callable, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

COUNTS: defaultdict[tuple[str, str], int] = defaultdict(int)
SECONDS: defaultdict[str, float] = defaultdict(float)


def measured(name: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def decorate(fn: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(fn)
        def inner(*args: P.args, **kwargs: P.kwargs) -> R:
            began = time.perf_counter()
            label = "ok"
            try:
                return fn(*args, **kwargs)
            except Exception as exc:
                label = getattr(exc, "label", type(exc).__name__)
                raise
            finally:
                COUNTS[name, label] += 1
                SECONDS[name] += time.perf_counter() - began

        return inner

    return decorate
