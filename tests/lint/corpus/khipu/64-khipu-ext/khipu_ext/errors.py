from __future__ import annotations

import enum
from datetime import datetime, timedelta, timezone
from typing import Any


class Advice(enum.StrEnum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name

    DO_NOT_RETRY = enum.auto()
    RETRY_IMMEDIATELY = enum.auto()
    WAIT_4_HOURS_BEFORE_RETRY = enum.auto()

    @classmethod
    def _missing_(cls, value):
        return cls.DO_NOT_RETRY


class KhipuError(Exception):
    def __init__(self, error: dict[str, Any], operation: str | None) -> None:
        self.code: str = error["Code"]
        self.advice = Advice(error.get("Type"))
        self.description: str = error.get("Description") or ""
        self.operation = operation
        super().__init__(f"{self.code} ({self.advice}): {self.description}")


class AuthenticationError(KhipuError): ...
class LogonError(KhipuError): ...
class TargetUnavailable(KhipuError): ...
class NoData(KhipuError): ...
class BadParameters(KhipuError): ...
class AutomaticPaymentError(KhipuError): ...
class ProcessingError(KhipuError): ...
class InfrastructureError(KhipuError): ...
class RequestError(KhipuError): ...
class ScrapeTimeout(KhipuError): ...


_HUNDREDS = [KhipuError, LogonError, TargetUnavailable, NoData, BadParameters, AutomaticPaymentError]
_LETTERS = {
    "A": AuthenticationError,
    "D": ProcessingError,
    "F": ProcessingError,
    "I": InfrastructureError,
    "L": ScrapeTimeout,
    "P": RequestError,
    "T": ScrapeTimeout,
}


def from_body(body: dict[str, Any]) -> KhipuError:
    error = body["Error"]
    letter, digits = error["Code"][:1], error["Code"][1:]
    if letter == "E" and digits.isdigit() and int(digits) < 600:
        cls = _HUNDREDS[int(digits) // 100]
    else:
        cls = _LETTERS.get(letter, KhipuError)
    return cls(error, body.get("OperationId"))


class Postponed(Exception):
    """Khipu asked for a pause that is too long to hold a connection for."""

    def __init__(self, cause: KhipuError, pause: timedelta) -> None:
        self.cause = cause
        self.code = cause.code
        self.not_before = datetime.now(timezone.utc) + pause
        super().__init__(f"{cause} - not before {self.not_before:%Y-%m-%d %H:%M}Z")
