"""Typed view of the ``Error`` object of Khipu."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NotRequired, Self, TypedDict


class Advice(StrEnum):
    """The documented values of ``Error.Type``."""

    DO_NOT_RETRY = "DO_NOT_RETRY"
    RETRY_IMMEDIATELY = "RETRY_IMMEDIATELY"
    WAIT_4_HOURS = "WAIT_4_HOURS_BEFORE_RETRY"

    @classmethod
    def _missing_(cls, value: object) -> Advice:
        """Treat whatever we do not know as a reason to stop."""
        return cls.DO_NOT_RETRY


class RawError(TypedDict):
    """``Error`` as it comes over the wire."""

    Code: str
    Type: str
    Description: NotRequired[str | None]


@dataclass(frozen=True, slots=True)
class ErrorInfo:
    """Code, advice and description of a failed operation."""

    code: str
    advice: Advice
    description: str

    @classmethod
    def from_wire(cls, raw: RawError) -> Self:
        """Build from the JSON object."""
        return cls(code=raw["Code"], advice=Advice(raw["Type"]), description=raw.get("Description") or "")


class KhipuError(Exception):
    """Khipu executed the request without the expected result."""

    def __init__(self, info: ErrorInfo, operation_id: str | None = None) -> None:
        super().__init__(f"{info.code} {info.advice}: {info.description}")
        self.info = info
        self.operation_id = operation_id


class LoginRejectedError(KhipuError):
    """The bank refused the login (E1xx); the end user has to act."""


class NoDataError(KhipuError):
    """The bank has nothing for the period asked for (E3xx)."""


class KhipuProtocolError(Exception):
    """The reply is not one of the documented shapes."""


def error_from(info: ErrorInfo, operation_id: str | None) -> KhipuError:
    """Choose the exception class by the group of the code."""
    match info.code[:2]:
        case "E1":
            return LoginRejectedError(info, operation_id)
        case "E3":
            return NoDataError(info, operation_id)
        case _:
            return KhipuError(info, operation_id)
