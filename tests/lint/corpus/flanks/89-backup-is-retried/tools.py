from __future__ import annotations

import functools
import time
from typing import Any, Callable


def retry(times: int = 10, every: float = 0.5) -> Callable:
    """Blunt, for things that may be repeated as often as one likes."""

    def outer(fn: Callable) -> Callable:
        @functools.wraps(fn)
        def inner(*args: Any, **kwargs: Any) -> Any:
            for n in range(times):
                try:
                    return fn(*args, **kwargs)
                except Exception:
                    if n == times - 1:
                        raise
                    time.sleep(every)

        return inner

    return outer


def timed(fn: Callable) -> Callable:
    @functools.wraps(fn)
    def inner(*args: Any, **kwargs: Any) -> Any:
        start = time.perf_counter()
        try:
            return fn(*args, **kwargs)
        finally:
            inner.seconds = time.perf_counter() - start

    inner.seconds = 0.0
    return inner
