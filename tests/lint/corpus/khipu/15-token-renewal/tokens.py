"""JWT for Khipu from our own vault service."""
from __future__ import annotations

from collections.abc import Callable


class TokenSource:
    def __init__(self, issue: Callable[[], str]) -> None:
        self._issue = issue
        self._token: str | None = None

    def current(self) -> str:
        if self._token is None:
            self._token = self._issue()
        return self._token

    def renew(self) -> str:
        self._token = None
        return self.current()
