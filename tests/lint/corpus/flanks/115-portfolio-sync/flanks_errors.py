from __future__ import annotations

from datetime import timedelta
from typing import Any, Optional


class FlanksError(Exception):
    def __init__(self, status: int, error_code: Optional[int], text: str) -> None:
        label = error_code if error_code is not None else "no code"
        super().__init__("HTTP %d, %s: %s" % (status, label, text))
        self.status = status
        self.error_code = error_code
        self.text = text


class NotAuthenticated(FlanksError):
    pass


class StillProcessing(FlanksError):
    pass


class DataUnavailable(FlanksError):
    """Flanks support has to look at it."""


class SecurityReview(FlanksError):
    ready_within = timedelta(hours=48)


class BadRequest(FlanksError):
    pass


CLASSES = {
    20001: DataUnavailable,
    20002: StillProcessing,
    20003: SecurityReview,
    40001: BadRequest,
}


def error_for(status: int, code: Optional[int], text: str) -> FlanksError:
    return CLASSES.get(code, FlanksError)(status, code, text)


def raise_for(status: int, body: dict[str, Any]) -> None:
    if 200 <= status < 300:
        return
    code = body.get("error_code")
    text = body.get("error", "")
    if status == 401:
        raise NotAuthenticated(status, code, text)
    raise error_for(status, code, text)
