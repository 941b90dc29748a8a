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


class FlanksException(Exception):
    http_status: int
    body: dict[str, Any]

    def __init__(self, http_status: int, body: dict[str, Any]) -> None:
        super().__init__(f"{type(self).__name__}: HTTP {http_status}, {body}")
        self.http_status = http_status
        self.body = body


class DataException(FlanksException): ...


class RequestException(FlanksException): ...


class BankException(FlanksException): ...


class UserMustAct(BankException): ...
