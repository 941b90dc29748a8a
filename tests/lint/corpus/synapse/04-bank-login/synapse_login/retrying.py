from __future__ import annotations

import functools
import logging
import time
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
log = logging.getLogger(__name__)


def again_on(*kinds: type[Exception], times: int, first: float) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def decorate(fn: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(fn)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            pause = first
            for left in reversed(range(times)):
                try:
                    return fn(*args, **kwargs)
                except kinds as exc:
                    if not left:
                        raise
                    log.info("%s; again in %.0f s", exc, pause)
                    time.sleep(pause)
                    pause *= 2
            raise RuntimeError("times must be positive")

        return wrapper

    return decorate
