"""A circuit breaker that is shared by the threads of one sweep."""
from __future__ import annotations

import threading
from enum import Enum


class Circuit(Enum):
    CLOSED = "closed"
    OPEN = "open"


class Breaker:
    def __init__(self, threshold: int = 5) -> None:
        self._threshold = threshold
        self._streak = 0
        self._lock = threading.Lock()

    @property
    def state(self) -> Circuit:
        with self._lock:
            return Circuit.OPEN if self._streak >= self._threshold else Circuit.CLOSED

    def success(self) -> None:
        with self._lock:
            self._streak = 0

    def failure(self) -> None:
        with self._lock:
            self._streak += 1
