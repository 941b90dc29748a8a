from __future__ import annotations

from ._models import ApiError


class KhipuApiError(Exception):
    def __init__(self, error: ApiError, operation_id: str) -> None:
        super().__init__(f"{error.code} [{error.raw_type}] {error.description} ({operation_id})")
        self.error = error
        self.operation_id = operation_id


class TokenRejected(KhipuApiError):
    """The API key is expired, revoked or invalid."""


class LogonFailed(KhipuApiError):
    """The target service refused the customer's login."""


class NoData(KhipuApiError):
    """The target service holds nothing for this request."""


class BadParameters(KhipuApiError):
    """A value in the request is wrong."""


_LOGON_WORDS = ("password", "clave", "credential", "credencial", "blocked", "bloquead")


def to_exception(error: ApiError, operation_id: str) -> KhipuApiError:
    text = error.description.lower()
    if error.code == "A000":
        return TokenRejected(error, operation_id)
    if any(word in text for word in _LOGON_WORDS):
        return LogonFailed(error, operation_id)
    if error.code.startswith("E3"):
        return NoData(error, operation_id)
    if error.code.startswith(("E4", "P")):
        return BadParameters(error, operation_id)
    return KhipuApiError(error, operation_id)
