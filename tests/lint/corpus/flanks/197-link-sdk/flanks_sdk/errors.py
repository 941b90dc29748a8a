"""Typed errors. `FlanksError.of` picks the class by the documented error_code."""
from __future__ import annotations

from typing import Any, Callable

ERRORS: dict[str, type["FlanksError"]] = {}


def error_code(code: str) -> Callable[[type["FlanksError"]], type["FlanksError"]]:
    def add(cls: type["FlanksError"]) -> type["FlanksError"]:
        ERRORS[code] = cls
        return cls

    return add


class FlanksError(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status = status
        self.body = body
        self.code = body.get("error_code")
        super().__init__(f"{status} {self.code}: {body.get('error')}")

    @staticmethod
    def of(status: int, body: dict[str, Any]) -> "FlanksError":
        cls = ERRORS.get(body.get("error_code"), FlanksError)
        return cls(status, body)


@error_code("20002")
class StillProcessing(FlanksError):
    pass


@error_code("40001")
class ConfigurationError(FlanksError):
    pass


@error_code("50001")
class BankUnavailable(FlanksError):
    pass


@error_code("50002")
class CredentialsRejected(FlanksError):
    pass


@error_code("50003")
class ScaRequired(FlanksError):
    pass
