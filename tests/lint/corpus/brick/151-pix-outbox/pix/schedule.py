"""The 50x schedule as Brick describes it: 3, 6, 12, 24 and 48 seconds."""
from __future__ import annotations

import functools
import time
from collections.abc import Callable
from typing import Any, TypeVar

from pix.failures import PixFailure

F = TypeVar("F", bound=Callable[..., Any])


class FiftyX:
    base = 3
    retries = 5

    def __init__(self, observe: Callable[[PixFailure, int], None] | None = None) -> None:
        self.observe = observe

    def __call__(self, func: F) -> F:
        @functools.wraps(func)
        def scheduled(*args: Any, **kwargs: Any) -> Any:
            for retry in range(self.retries):
                try:
                    return func(*args, **kwargs)
                except PixFailure as failure:
                    if not failure.server_side:
                        raise
                    if self.observe is not None:
                        self.observe(failure, retry + 1)
                time.sleep(self.base * 2**retry)
            return func(*args, **kwargs)

        return scheduled  # type: ignore[return-value]
