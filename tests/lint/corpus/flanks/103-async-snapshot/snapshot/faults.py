from __future__ import annotations

from enum import IntEnum
from typing import Any, Mapping


class Code(IntEnum):
    INCOMPLETE = 20001
    PROCESSING = 20002
    SCA_ERROR = 20003
    CONFIGURATION_ERROR = 40001
    BANK_ERROR = 50001
    CREDENTIALS_ERROR = 50002
    SCA_REQUIRED = 50003


class FlanksFault(Exception):
    def __init__(self, status: int, code: int | None, text: str) -> None:
        super().__init__(f"flanks answered {status}, code {code}: {text}")
        self.status = status
        self.code = code
        self.text = text


class NotReady(FlanksFault):
    """The data is still on its way."""


class InReview(NotReady):
    """A quality review of one or two days."""


class BankOffline(FlanksFault):
    pass


class AccessRefused(FlanksFault):
    """Somebody has to type a password or a second factor."""


_KINDS: dict[int, type[FlanksFault]] = {
    Code.PROCESSING: NotReady,
    Code.SCA_ERROR: InReview,
    Code.BANK_ERROR: BankOffline,
    Code.CREDENTIALS_ERROR: AccessRefused,
    Code.SCA_REQUIRED: AccessRefused,
}


def fault(status: int, body: Mapping[str, Any]) -> FlanksFault:
    code = body.get("error_code")
    text = body.get("error") or body.get("message") or ""
    return _KINDS.get(code, FlanksFault)(status, code, text)
