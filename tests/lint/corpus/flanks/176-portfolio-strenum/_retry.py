"""Polling decorator."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Awaitable, Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def poll_on(
    error: type[Exception], *, every: float, times: int
) -> Callable[[Callable[P, Awaitable[T]]], Callable[P, Awaitable[T]]]:
    """Call again every ``every`` seconds while ``error`` is raised, ``times`` calls in all."""

    def decorate(func: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
        @functools.wraps(func)
        async def wrapper(*args: P.args, **kwargs: P.kwargs) -> T:
            for _ in range(times - 1):
                try:
                    return await func(*args, **kwargs)
                except error:
                    await asyncio.sleep(every)
            return await func(*args, **kwargs)

        return wrapper

    return decorate
