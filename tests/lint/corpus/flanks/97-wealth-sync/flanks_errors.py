from __future__ import annotations

import enum


class Code(enum.IntEnum):
    INCOMPLETE = 20001
    PROCESSING = 20002
    SCA_ERROR = 20003
    CONFIGURATION_ERROR = 40001
    BANK_ERROR = 50001
    CREDENTIALS_ERROR = 50002
    SCA_REQUIRED = 50003


class FlanksError(Exception):
    def __init__(self, status: int, code: int | None, text: str) -> None:
        super().__init__(f"HTTP {status}, {code}: {text}")
        self.status = status
        self.code = code
        self.text = text


class Unauthorized(FlanksError):
    pass


class StillProcessing(FlanksError):
    pass


def raise_for(status: int, body: dict) -> None:
    code = body.get("error_code")
    text = body.get("error") or body.get("message") or ""
    if status == 401:
        raise Unauthorized(status, code, text)
    if code == Code.PROCESSING:
        raise StillProcessing(status, code, text)
    if status >= 400:
        raise FlanksError(status, code, text)
