"""`@as_advised`: repeat a coroutine method the way Khipu's Type field says."""
from __future__ import annotations

import asyncio
import functools
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import ParamSpec, TypeVar

from failures import Advice, KhipuFailure

P = ParamSpec("P")
T = TypeVar("T")

log = logging.getLogger("khipu.repeat")


def as_advised(method: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
    @functools.wraps(method)
    async def wrapper(self, *args, **kwargs):
        settings = self.settings
        pauses = {
            Advice.NOW: timedelta(0),
            Advice.LATER: timedelta(minutes=settings.long_wait),
        }
        for attempt in range(1, settings.attempts + 1):
            try:
                return await method(self, *args, **kwargs)
            except KhipuFailure as failure:
                pause = pauses.get(failure.advice)
                if pause is None or attempt == settings.attempts:
                    raise
                log.info("%s, again in %s (%d/%d)", failure, pause, attempt, settings.attempts)
                await asyncio.sleep(pause.total_seconds())

    return wrapper
