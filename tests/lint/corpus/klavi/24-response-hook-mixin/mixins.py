"""Mixins for our HTTP clients."""
from __future__ import annotations

from typing import Any

import requests


class BearerMixin:
    session: requests.Session

    def use_token(self, token: str) -> None:
        self.session.headers["Authorization"] = f"Bearer {token}"


class CheckedMixin:
    """Calls `check` with each reply before anybody sees it."""

    session: requests.Session

    def install_check(self) -> None:
        self.session.hooks["response"].append(self._on_response)

    def _on_response(self, response: requests.Response, *args: Any, **kwargs: Any) -> None:
        self.check(response)

    def check(self, response: requests.Response) -> None:
        raise NotImplementedError
