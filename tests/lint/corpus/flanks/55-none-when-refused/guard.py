"""Small helpers for calls that may fail."""
from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from typing import Any, Callable

logger = logging.getLogger(__name__)


@contextlib.contextmanager
def best_effort(label: str, *errors: type[Exception]) -> Iterator[None]:
    try:
        yield
    except errors as exc:
        logger.warning("%s skipped: %s", label, exc)


def first(*candidates: Callable[[], Any]) -> Any:
    for candidate in candidates:
        if (value := candidate()) is not None:
            return value
    return None
