"""Exception hierarchy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ErrorDetails:
    """Everything that Flanks said."""

    status: int
    body: dict[str, Any]

    @property
    def code(self) -> Any:
        """``error_code`` as received."""
        return self.body.get("error_code")


class FlanksError(Exception):
    """Base class; also raised for errors without a special treatment."""

    def __init__(self, details: ErrorDetails) -> None:
        super().__init__(f"HTTP {details.status}: {details.body.get('error')} ({details.code})")
        self.details = details


class DataNotReadyError(FlanksError):
    """The data is still being retrieved."""


class ConnectionLostError(FlanksError):
    """The end user has to act before data flows again."""


class BankUnavailableError(FlanksError):
    """The bank is down."""
