"""Lazy attempts: nothing is sent until somebody asks for the next result."""
from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from result import Err, Ok, interpret

PAUSES = (2.0, 5.0)


def attempts(
    send: Callable[[], dict[str, Any]],
    pauses: Iterable[float] = PAUSES,
    sleep: Callable[[float], None] | None = None,
) -> Iterator[Ok | Err]:
    yield interpret(send())
    for pause in pauses:
        (sleep or time.sleep)(pause)
        yield interpret(send())


def settle(results: Iterator[Ok | Err]) -> Ok | Err:
    """The first result that is worth keeping, or the last one there is."""
    result = next(results)
    while isinstance(result, Err) and result.hint == "RETRY_IMMEDIATELY":
        following = next(results, None)
        if following is None:
            return result
        result = following
    return result
