from __future__ import annotations

import functools
import logging
import time
from typing import Callable, ParamSpec, TypeVar

from errors import FlanksFailure

P = ParamSpec("P")
R = TypeVar("R")
log = logging.getLogger(__name__)


def resilient(*, tries: int = 4, pause: float = 15.0) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Call again, after a growing pause, while the failure looks like a passing one."""

    def decorate(func: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(func)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            for attempt in range(1, tries + 1):
                try:
                    return func(*args, **kwargs)
                except FlanksFailure as failure:
                    if attempt == tries or not failure.passing:
                        raise
                    log.info("%s: %s, attempt %d", func.__qualname__, failure, attempt)
                    time.sleep(pause * attempt)
            raise AssertionError("unreachable")

        return wrapper

    return decorate
