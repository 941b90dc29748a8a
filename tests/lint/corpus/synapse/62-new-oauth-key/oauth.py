"""OAuth keys of users. `error_code` 110 on a user call usually means that the key has expired."""
from __future__ import annotations

import threading
from collections.abc import Callable

Fetch = Callable[[str], str]


class KeyRing:
    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._keys: dict[str, str] = {}
        self._lock = threading.Lock()

    def get(self, user_id: str) -> str:
        with self._lock:
            if user_id not in self._keys:
                self._keys[user_id] = self._fetch(user_id)
            return self._keys[user_id]

    def renew(self, user_id: str) -> str:
        with self._lock:
            self._keys[user_id] = self._fetch(user_id)
            return self._keys[user_id]
