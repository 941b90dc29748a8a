from __future__ import annotations

import functools
import logging
from typing import Any, Callable

log = logging.getLogger("rewards")


def quietly(default: Any = None, errors: tuple[type[Exception], ...] = (Exception,)) -> Callable:
    """Never let a side feature break the page."""

    def outer(fn: Callable) -> Callable:
        @functools.wraps(fn)
        async def inner(*args: Any, **kwargs: Any) -> Any:
            try:
                return await fn(*args, **kwargs)
            except errors:
                log.debug("%s failed", fn.__name__, exc_info=True)
                return default

        return inner

    return outer
