from __future__ import annotations

from enum import StrEnum
from typing import Any

from .base import SynapseError


class ErrorCode(StrEnum):
    PENDING = "10"
    CLIENT_CREDENTIALS = "100"
    USER_CREDENTIALS = "110"
    FINGERPRINT = "120"
    PAYLOAD = "200"
    UNAUTHORIZED_ACTION = "300"
    VALUES = "400"
    NOT_FOUND = "404"
    NOT_ALLOWED = "410"
    RATE_LIMIT = "429"
    IDEMPOTENCY = "450"
    FAILED = "460"
    SERVER = "500"
    UNAVAILABLE = "503"


class ActionPending(SynapseError): ...


class CredentialsError(SynapseError): ...


class RequestError(SynapseError): ...


class Conflict(SynapseError): ...


class ServerError(SynapseError): ...


_CLASSES: dict[str, type[SynapseError]] = {
    ErrorCode.PENDING: ActionPending,
    **dict.fromkeys(
        (ErrorCode.CLIENT_CREDENTIALS, ErrorCode.USER_CREDENTIALS, ErrorCode.FINGERPRINT), CredentialsError
    ),
    **dict.fromkeys((ErrorCode.PAYLOAD, ErrorCode.VALUES, ErrorCode.NOT_FOUND, ErrorCode.NOT_ALLOWED), RequestError),
    ErrorCode.IDEMPOTENCY: Conflict,
    **{code: ServerError for code in (ErrorCode.SERVER, ErrorCode.UNAVAILABLE)},
}


def error_from(body: dict[str, Any], http_status: int) -> SynapseError:
    return _CLASSES.get(body.get("error_code", ""), SynapseError)(body, http_status)
