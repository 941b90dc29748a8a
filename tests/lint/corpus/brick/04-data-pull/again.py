from __future__ import annotations

import functools
import http
from typing import Callable

ATTEMPTS = 8
FIRST_WAIT = 3.0

REPEATABLE = {status.value for status in http.HTTPStatus if status >= 500} | {429, 529}


def repeat(sleep_attr: str = "sleep"):
    """Doubles the wait after every failed attempt."""

    def outer(fn: Callable):
        @functools.wraps(fn)
        def inner(self, *args, **kwargs):
            wait = FIRST_WAIT
            for attempt in range(ATTEMPTS):
                answer = fn(self, *args, **kwargs)
                if answer.status not in REPEATABLE:
                    break
                if attempt + 1 < ATTEMPTS:
                    getattr(self, sleep_attr)(wait)
                    wait *= 2
            return answer

        return inner

    return outer
