from enum import IntEnum
from typing import NotRequired, TypedDict


class Code(IntEnum):
    INCOMPLETE = 20001
    PROCESSING = 20002
    SCA_ERROR = 20003
    CONFIGURATION_ERROR = 40001
    BANK_ERROR = 50001
    CREDENTIALS_ERROR = 50002
    SCA_REQUIRED = 50003


class ErrorBody(TypedDict):
    error: NotRequired[str]
    message: NotRequired[str]
    error_code: NotRequired[int]
    credentials_token: NotRequired[str]


class FlanksFault(Exception):
    def __init__(self, status: int, body: ErrorBody) -> None:
        self.status = status
        self.number = body.get("error_code")
        self.text = body.get("error") or body.get("message") or ""
        self.token = body.get("credentials_token")
        super().__init__(f"{status}/{self.number or '-'} {self.text}")


class StillProcessing(FlanksFault):
    """The only one that time cures quickly."""


class OnHold(FlanksFault):
    """Security checks, a matter of one or two days."""
