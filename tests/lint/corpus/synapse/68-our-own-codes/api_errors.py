"""Errors of our public API. Their `error_code` is ours and has nothing to do with any bank."""
from __future__ import annotations

from typing import Any


class ApiError(Exception):
    status = 400
    error_code = "BAD_REQUEST"

    def __init__(self, **details: Any) -> None:
        super().__init__(self.error_code, details)
        self.details = details

    def to_json(self) -> dict[str, Any]:
        return {"error_code": self.error_code, "details": self.details}


class ValidationFailed(ApiError):
    status = 422
    error_code = "VALIDATION_FAILED"


class BankRefused(ApiError):
    status = 502
    error_code = "BANK_REFUSED"
