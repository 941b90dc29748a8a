"""Keeps calling while SynapseFI says that we are too fast."""
from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class Throttled(Exception):
    def __init__(self, body: dict[str, Any]) -> None:
        super().__init__("429")
        self.body = body


def patiently(fn: Callable[..., T], *args: Any, **kwargs: Any) -> T:
    pause = 1.0
    while True:
        try:
            return fn(*args, **kwargs)
        except Throttled:
            time.sleep(pause)
            pause = min(pause * 2, 64.0)
