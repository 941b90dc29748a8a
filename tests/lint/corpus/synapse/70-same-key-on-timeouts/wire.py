from __future__ import annotations

import functools
import time
from typing import Callable, ParamSpec, TypeVar

import requests

P = ParamSpec("P")
R = TypeVar("R")

TRANSPORT_ERRORS = (requests.exceptions.ConnectionError, requests.exceptions.Timeout)


def when_disconnected(times: int = 3, pause: float = 2.0) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Repeat only if no reply came at all."""

    def decorate(fn: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(fn)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            for attempt in range(1, times):
                try:
                    return fn(*args, **kwargs)
                except TRANSPORT_ERRORS:
                    time.sleep(pause * attempt)
            return fn(*args, **kwargs)

        return wrapper

    return decorate
