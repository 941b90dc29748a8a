from __future__ import annotations

from typing import Any


class IntegrationError(Exception):
    def __init__(self, provider: str, code: Any, body: dict[str, Any]) -> None:
        super().__init__(f"{provider}: {code}")
        self.provider = provider
        self.code = code
        self.body = body


def find_code(body: dict[str, Any]) -> Any:
    """Works for all our providers: `error` is an object with a code, or missing."""
    error = body.get("error")
    if isinstance(error, dict):
        return error.get("code")
    return None
