"""Brick's documented schedule for 50x: at most five more tries after 3, 6, 12, 24 and 48 seconds."""
from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt, wait_exponential

from faults import BrickFault

T = TypeVar("T")

BASE_SECONDS = 3
RETRIES = 5


def _server_side(exc: BaseException) -> bool:
    return isinstance(exc, BrickFault) and 500 <= exc.status <= 509


async def patiently(
    func: Callable[[], Awaitable[T]],
    *,
    note: Callable[[RetryCallState], None] | None = None,
) -> T:
    async for attempt in AsyncRetrying(
        retry=retry_if_exception(_server_side),
        wait=wait_exponential(multiplier=BASE_SECONDS, exp_base=2),
        stop=stop_after_attempt(1 + RETRIES),
        before_sleep=note,
        reraise=True,
    ):
        with attempt:
            return await func()
    raise AssertionError("unreachable")
