"""Retry policies as values, and the decorator that applies them."""
from __future__ import annotations

import functools
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from failures import Family, FeedFailure

P = ParamSpec("P")
R = TypeVar("R")
log = logging.getLogger("feed.retry")


@dataclass(frozen=True)
class RetryPolicy:
    name: str
    attempts: int
    first_delay: float
    factor: float = 1.0

    def delay_after(self, attempt: int) -> float:
        return self.first_delay * self.factor ** (attempt - 1)


GIVE_UP = RetryPolicy("give-up", attempts=1, first_delay=0)
QUICK = RetryPolicy("quick", attempts=3, first_delay=1)
PATIENT = RetryPolicy("patient", attempts=4, first_delay=20, factor=3)
LONG_PAUSE = RetryPolicy("long-pause", attempts=2, first_delay=4 * 60 * 60)

BY_FAMILY: dict[Family, RetryPolicy] = {
    Family.BANK_DOWN: PATIENT,
    Family.TIMEOUT: PATIENT,
    Family.LOGON: GIVE_UP,
    Family.AUTH: GIVE_UP,
}

BY_ADVICE: dict[str, RetryPolicy] = {
    "DO_NOT_RETRY": GIVE_UP,
    "RETRY_IMMEDIATELY": QUICK,
    "WAIT_4_HOURS_BEFORE_RETRY": LONG_PAUSE,
}


def policy_for(failure: FeedFailure) -> RetryPolicy:
    if (known := BY_FAMILY.get(failure.family)) is not None:
        return known
    return BY_ADVICE.get(failure.advice, GIVE_UP)


class resilient:
    """Decorator class; `enabled` is asked on every call, so that the flag works at once."""

    def __init__(self, enabled: Callable[[], bool] = lambda: True) -> None:
        self.enabled = enabled

    def __call__(self, func: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(func)
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            attempt = 0
            while True:
                attempt += 1
                try:
                    return func(*args, **kwargs)
                except FeedFailure as failure:
                    policy = policy_for(failure)
                    if not self.enabled() or attempt >= policy.attempts:
                        raise
                    pause = policy.delay_after(attempt)
                    log.info(
                        "feed.retry", extra={"policy": policy.name, "code": failure.code, "pause": pause}
                    )
                    time.sleep(pause)

        return run
