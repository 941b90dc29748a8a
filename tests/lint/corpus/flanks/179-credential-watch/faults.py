from __future__ import annotations

from datetime import timedelta
from typing import Any

from pydantic import BaseModel, ConfigDict


class ErrorBody(BaseModel):
    """error_code is missing from the 401, 405, 415 and 500 bodies."""

    model_config = ConfigDict(extra="ignore")

    error: str | None = None
    message: str | None = None
    error_code: int | None = None


class FlanksFault(Exception):
    def __init__(self, status: int, body: ErrorBody) -> None:
        super().__init__(f"HTTP {status} [{body.error_code}] {body.error or body.message}")
        self.status = status
        self.code = body.error_code
        self.text = body.error or body.message


class StillProcessing(FlanksFault):
    pass


class UnderReview(FlanksFault):
    not_before = timedelta(hours=24)


class CustomerMustAct(FlanksFault):
    """Wrong bank credentials, or a second factor is due."""


class NotAuthenticated(FlanksFault):
    pass


KINDS: dict[int, type[FlanksFault]] = {
    20002: StillProcessing,
    20003: UnderReview,
    50002: CustomerMustAct,
    50003: CustomerMustAct,
}


def fault_for(status: int, raw: Any) -> FlanksFault:
    body = ErrorBody.model_validate(raw if isinstance(raw, dict) else {})
    if status == 401:
        return NotAuthenticated(status, body)
    return KINDS.get(body.error_code or 0, FlanksFault)(status, body)
