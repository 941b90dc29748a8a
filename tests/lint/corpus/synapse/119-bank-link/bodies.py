from __future__ import annotations

from typing import Any, TypedDict


class ErrorText(TypedDict):
    en: str


class Failure(TypedDict):
    error: ErrorText
    error_code: str
    http_code: str
    success: bool


class SynapseFailure(Exception):
    def __init__(self, http_code: str, error_code: str, text: str) -> None:
        super().__init__(f"{http_code}/{error_code}: {text}")
        self.http_code = http_code
        self.error_code = error_code
        self.text = text

    @classmethod
    def from_body(cls, status: int, body: dict[str, Any]) -> "SynapseFailure":
        error = body.get("error")
        text = error.get("en", "") if isinstance(error, dict) else str(error or "")
        return cls(str(body.get("http_code", status)), str(body.get("error_code", "")), text)


class LoginRejected(SynapseFailure):
    """The customer has to correct what was typed, or the bank isn't supported."""


class CustomerActionNeeded(SynapseFailure):
    """Locked, or the bank wants the customer to do something first."""


class NoAchAccount(SynapseFailure):
    pass


class Maintenance(SynapseFailure):
    pass


class RelinkNeeded(SynapseFailure):
    pass


class RefreshNotSupported(SynapseFailure):
    pass
