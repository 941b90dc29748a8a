from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any


class FlanksCode(IntEnum):
    INCOMPLETE = 20001
    PROCESSING = 20002
    SCA_ERROR = 20003
    CONFIGURATION_ERROR = 40001
    BANK_ERROR = 50001
    CREDENTIALS_ERROR = 50002
    SCA_REQUIRED = 50003


@dataclass(frozen=True)
class FlanksReply:
    status: int
    body: dict[str, Any] = field(default_factory=dict)

    @property
    def error_code(self) -> int | None:
        return self.body.get("error_code")

    @property
    def is_success(self) -> bool:
        return self.status == 200 and self.error_code is None and "error" not in self.body


class FlanksException(Exception):
    def __init__(self, reply: FlanksReply) -> None:
        super().__init__(f"HTTP {reply.status} code={reply.error_code} {reply.body.get('error', '')}")
        self.reply = reply
        self.code = reply.error_code


class StillProcessing(FlanksException):
    """The data did not arrive in the time we are willing to wait."""


class UserMustAct(FlanksException):
    pass


class UnderReview(FlanksException):
    pass


class ExceptionMapper:
    _BY_CODE = {
        FlanksCode.PROCESSING: StillProcessing,
        FlanksCode.SCA_ERROR: UnderReview,
        FlanksCode.CREDENTIALS_ERROR: UserMustAct,
        FlanksCode.SCA_REQUIRED: UserMustAct,
    }

    def map(self, reply: FlanksReply) -> FlanksException:
        return self._BY_CODE.get(reply.error_code, FlanksException)(reply)
