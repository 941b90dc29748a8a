"""Access tokens for Brick's APIs. The identity provider is ours (Keycloak)."""
from __future__ import annotations

import threading
from collections.abc import Callable


class Tokens:
    def __init__(self, fetch: Callable[[], str]) -> None:
        self._fetch = fetch
        self._lock = threading.Lock()
        self._value = ""

    def get(self) -> str:
        with self._lock:
            if not self._value:
                self._value = self._fetch()
            return self._value

    def invalidate(self) -> None:
        with self._lock:
            self._value = ""
