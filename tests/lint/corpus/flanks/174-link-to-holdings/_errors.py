"""Errors of the Flanks client."""

from __future__ import annotations

from typing import Any


class FlanksError(Exception):
    """An error reply; ``code`` is ``None`` where Flanks sends none (401, 405, 415, 500)."""

    def __init__(self, status: int, code: int | None, message: str) -> None:
        super().__init__(f"HTTP {status}, code {code}: {message}")
        self.status = status
        self.code = code
        self.message = message


class StillProcessingError(FlanksError):
    """The data is being retrieved."""


def error_from(status: int, body: dict[str, Any]) -> FlanksError:
    """Build the exception for a reply."""
    code = body.get("error_code")
    message = str(body.get("error") or body.get("message") or "")
    kind = StillProcessingError if code == 20002 else FlanksError
    return kind(status, code, message)
