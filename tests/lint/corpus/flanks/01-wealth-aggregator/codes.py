from __future__ import annotations

import enum
from typing import NotRequired, TypedDict


class Code(str, enum.Enum):
    INCOMPLETE = "20001"
    PROCESSING = "20002"
    SCA_ERROR = "20003"
    CONFIGURATION_ERROR = "40001"
    BANK_ERROR = "50001"
    CREDENTIALS_ERROR = "50002"
    SCA_REQUIRED = "50003"


class ErrorReply(TypedDict):
    error: str
    error_code: NotRequired[int]


class AggregationError(Exception):
    def __init__(self, status: int, reply: ErrorReply) -> None:
        self.status = status
        self.reply = reply
        self.code = reply.get("error_code")
        super().__init__(f"flanks {status}/{self.code}: {reply.get('error')}")


class NotReadyYet(AggregationError):
    """Raised when the extraction is still running after all the polls."""


class CustomerActionNeeded(AggregationError):
    """The holder has to come back: wrong password or second factor."""
