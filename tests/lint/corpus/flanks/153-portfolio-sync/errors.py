from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from codes import FlanksCode


class FlanksError(Exception):
    retry_in: ClassVar[timedelta | None] = None

    def __init__(self, status: int, code: int | None, text: str) -> None:
        super().__init__(f"[{status}/{code if code is not None else '-'}] {text}")
        self.status, self.code, self.text = status, code, text


class StillProcessing(FlanksError): ...


class SecurityChecks(FlanksError):
    retry_in = timedelta(hours=48)


class BankDown(FlanksError):
    retry_in = timedelta(hours=3)


class UserActionNeeded(FlanksError): ...


class SupportNeeded(FlanksError): ...


class BadRequest(FlanksError): ...


class NotAuthenticated(FlanksError): ...


def build(status: int, code: int | None, text: str) -> FlanksError:
    match code:
        case FlanksCode.PROCESSING:
            return StillProcessing(status, code, text)
        case FlanksCode.SCA_ERROR:
            return SecurityChecks(status, code, text)
        case FlanksCode.BANK_ERROR:
            return BankDown(status, code, text)
        case FlanksCode.CREDENTIALS_ERROR | FlanksCode.SCA_REQUIRED:
            return UserActionNeeded(status, code, text)
        case FlanksCode.INCOMPLETE:
            return SupportNeeded(status, code, text)
        case FlanksCode.CONFIGURATION_ERROR:
            return BadRequest(status, code, text)
        case None if status == 401:
            return NotAuthenticated(status, code, text)
        case _:
            return FlanksError(status, code, text)
