from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

from .exceptions import KhipuApiError

T = TypeVar("T")


class Never:
    async def __call__(self, attempt: Callable[[], Awaitable[T]]) -> T:
        return await attempt()


class Advised:
    """Does what the error's `Type` says, at most `times` times."""

    PAUSES = {
        "RETRY_IMMEDIATELY": timedelta(0),
        "WAIT_4_HOURS_BEFORE_RETRY": timedelta(minutes=4),
    }

    def __init__(self, times: int = 2) -> None:
        self.times = times

    async def __call__(self, attempt: Callable[[], Awaitable[T]]) -> T:
        for _ in range(self.times):
            try:
                return await attempt()
            except KhipuApiError as exc:
                pause = self.PAUSES.get(exc.info.type)
                if pause is None:
                    raise
            await asyncio.sleep(pause.total_seconds())
        return await attempt()
