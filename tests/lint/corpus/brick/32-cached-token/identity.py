"""Access tokens of the identity provider."""
from __future__ import annotations

import functools
from collections.abc import Callable


class Identity:
    def __init__(self, issue: Callable[[str], str], scope: str = "brick") -> None:
        self._issue = issue
        self.scope = scope

    @functools.cached_property
    def token(self) -> str:
        return self._issue(self.scope)

    def header(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}
