from __future__ import annotations

from typing import ClassVar


class NotReadable(Exception):
    def __init__(self, status: int, excerpt: str) -> None:
        super().__init__(f"HTTP {status} without JSON: {excerpt}")
        self.status = status


class FlanksError(Exception):
    """Also used as is: 401, 405, 415 and 500 come without an error_code."""

    code: ClassVar[int | None] = None
    __subclasses: ClassVar[dict[int, type["FlanksError"]]] = {}

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if cls.code is not None:
            FlanksError.__subclasses[cls.code] = cls

    def __init__(self, status: int, error_code: int | None, text: str) -> None:
        super().__init__(f"HTTP {status}, error_code {error_code}: {text}")
        self.status = status
        self.error_code = error_code
        self.text = text

    @classmethod
    def build(cls, status: int, error_code: int | None, text: str) -> FlanksError:
        kind = cls.__subclasses.get(error_code, FlanksError) if isinstance(error_code, int) else FlanksError
        return kind(status, error_code, text)


class Incomplete(FlanksError):
    code = 20001


class Processing(FlanksError):
    code = 20002


class SecurityCheck(FlanksError):
    code = 20003


class BadRequest(FlanksError):
    code = 40001


class BankUnavailable(FlanksError):
    code = 50001


class WrongCredentials(FlanksError):
    code = 50002


class ScaRequired(FlanksError):
    code = 50003
