"""Errors that our own API answers with."""
from __future__ import annotations


class AppError(Exception):
    error_code = "INTERNAL"
    status = 500

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail or self.error_code)
        self.detail = detail


class NotFound(AppError):
    error_code = "NOT_FOUND"
    status = 404


class BankFailure(AppError):
    error_code = "BANK_FAILURE"
    status = 502

    def __init__(self, provider_code: int, detail: str) -> None:
        super().__init__(detail)
        self.provider_code = provider_code


def to_json(exc: AppError) -> dict[str, object]:
    body: dict[str, object] = {"error_code": exc.error_code, "detail": exc.detail}
    if exc.error_code == "BANK_FAILURE":
        body["provider_code"] = getattr(exc, "provider_code", None)
    return body
