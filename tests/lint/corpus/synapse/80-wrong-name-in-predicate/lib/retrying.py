"""Retry loop shared by all outgoing calls."""
from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

NEVER = frozenset({"100", "110", "120", "200", "300", "400", "404", "410", "450", "460"})
PAUSES = (5, 20, 60)


def may_retry(exc: Exception) -> bool:
    """Unless the code says that it is pointless."""
    return getattr(exc, "code", None) not in NEVER


def call_with_retry(fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    for pause in (*PAUSES, None):
        try:
            return fn(*args, **kwargs)
        except Exception as exc:
            if pause is None or not may_retry(exc):
                raise
            time.sleep(pause)
