"""``@follow_advice``: repeat a call the way Khipu says."""

from __future__ import annotations

import functools
import logging
import time
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple, ParamSpec, TypeVar

from _errors import Advice, KhipuError

P = ParamSpec("P")
T = TypeVar("T")

logger = logging.getLogger(__name__)


class Step(NamedTuple):
    """Delay before the next attempt and how many of them are allowed."""

    delay: float
    limit: int


DEFAULT_STEPS: dict[Advice, Step] = {
    Advice.RETRY_IMMEDIATELY: Step(delay=1.0, limit=2),
    Advice.WAIT_4_HOURS: Step(delay=4 * 60 * 60, limit=1),
}


def follow_advice(steps: dict[Advice, Step] | None = None) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Decorate a Khipu call with the retry policy of the API.

    Advice without a step is final, so is advice whose limit is used up.
    """
    table = DEFAULT_STEPS if steps is None else steps

    def decorate(func: Callable[P, T]) -> Callable[P, T]:
        @functools.wraps(func)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> T:
            used: Counter[Advice] = Counter()
            while True:
                try:
                    return func(*args, **kwargs)
                except KhipuError as exc:
                    advice = exc.info.advice
                    step = table.get(advice)
                    if step is None or used[advice] >= step.limit:
                        raise
                    used[advice] += 1
                    logger.warning("%s, trying again in %.0f s", exc, step.delay)
                    time.sleep(step.delay)

        return wrapper

    return decorate
