"""When and how often a call to Flanks is made again."""
from __future__ import annotations

import functools
from collections.abc import Callable

from schemas import FlanksRefused

BANK_SIDE = range(50001, 50003)


def bank_patience(waits: tuple[int, ...]) -> Callable:
    def decorate(fn: Callable) -> Callable:
        @functools.wraps(fn)
        def wrapper(self, *args):
            for wait in waits:
                try:
                    return fn(self, *args)
                except FlanksRefused as exc:
                    if exc.error_code not in BANK_SIDE:
                        raise
                    self.sleep(wait)
            return fn(self, *args)

        return wrapper

    return decorate
