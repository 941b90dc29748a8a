from __future__ import annotations

from enum import IntEnum
from typing import Any


class ErrorCode(IntEnum):
    INCOMPLETE = 20001
    PROCESSING = 20002
    SCA_ERROR = 20003
    CONFIGURATION_ERROR = 40001
    BANK_ERROR = 50001
    CREDENTIALS_ERROR = 50002
    SCA_REQUIRED = 50003


class FlanksError(Exception):
    """Base of all; used as it is for what Flanks may add one day."""

    registry: dict[int, type["FlanksError"]] = {}

    def __init_subclass__(cls, code: ErrorCode | None = None, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.default_code = code
        if code is not None:
            FlanksError.registry[int(code)] = cls

    def __init__(self, status: int, code: int | None, body: dict[str, Any]) -> None:
        super().__init__(f"HTTP {status}, error_code {code}: {body.get('error') or body.get('message')}")
        self.status = status
        self.code = code
        self.body = body


class DataIncomplete(FlanksError, code=ErrorCode.INCOMPLETE):
    pass


class StillProcessing(FlanksError, code=ErrorCode.PROCESSING):
    pass


class UnderSecurityCheck(FlanksError, code=ErrorCode.SCA_ERROR):
    """24 to 48 hours, says Flanks. Nothing here waits for it."""


class BadRequest(FlanksError, code=ErrorCode.CONFIGURATION_ERROR):
    pass


class BankUnavailable(FlanksError, code=ErrorCode.BANK_ERROR):
    pass


class WrongCredentials(FlanksError, code=ErrorCode.CREDENTIALS_ERROR):
    pass


class ScaRequired(FlanksError, code=ErrorCode.SCA_REQUIRED):
    pass


class Unauthenticated(FlanksError):
    pass


class ServerError(FlanksError):
    pass


WITHOUT_CODE: dict[int, type[FlanksError]] = {401: Unauthenticated, 500: ServerError}


def build(status: int, body: dict[str, Any]) -> FlanksError:
    code = body.get("error_code")
    if code is None:
        return WITHOUT_CODE.get(status, FlanksError)(status, None, body)
    return FlanksError.registry.get(code, FlanksError)(status, code, body)
