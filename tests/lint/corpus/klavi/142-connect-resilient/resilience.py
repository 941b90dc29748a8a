"""Retry policy objects and a bulkhead, shared by all integrations."""
from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

import stamina

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class RetryPolicy:
    on: type[Exception] | tuple[type[Exception], ...]
    attempts: int = 4
    first_wait: float = 20.0
    max_wait: float = 120.0

    def __call__(self, func: Callable[P, R]) -> Callable[P, R]:
        options: dict[str, Any] = {
            "attempts": self.attempts,
            "timeout": None,
            "wait_initial": self.first_wait,
            "wait_max": self.max_wait,
            "wait_jitter": 5.0,
        }
        return stamina.retry(on=self.on, **options)(func)


class Bulkhead:
    """No more than `size` calls at a time; the rest waits in line."""

    def __init__(self, size: int) -> None:
        self._slots = threading.BoundedSemaphore(size)

    @contextmanager
    def slot(self, patience: float = 60.0):
        if not self._slots.acquire(timeout=patience):
            raise TimeoutError("klavi bulkhead is full")
        try:
            yield
        finally:
            self._slots.release()
