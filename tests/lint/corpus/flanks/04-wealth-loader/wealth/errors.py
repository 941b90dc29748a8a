from __future__ import annotations

from typing import Any


class FlanksError(Exception):
    def __init__(self, status: int, code: int | None, message: str) -> None:
        super().__init__(f"{status} {code} {message}")
        self.status = status
        self.code = code


class SecurityReview(FlanksError):
    pass


class DataUnavailable(FlanksError):
    pass


def from_body(status: int, body: dict[str, Any]) -> FlanksError:
    message = body.get("error", "")
    if "security checks" in message.lower():
        return SecurityReview(status, body.get("error_code"), message)
    if message.startswith("User data not available"):
        return DataUnavailable(status, body.get("error_code"), message)
    return FlanksError(status, body.get("error_code"), message)
