"""SynapseFI error catalogue: codes are text on the wire and stay text here."""
from __future__ import annotations

from enum import Enum


class ErrorKind(Enum):
    """error_code, our name for it, and whether the on-call engineer is to be paged."""

    CLIENT_CREDENTIALS = ("100", "client credentials", True)
    USER_CREDENTIALS = ("110", "user credentials", False)
    FINGERPRINT = ("120", "fingerprint", False)
    PAYLOAD = ("200", "payload", True)
    UNAUTHORIZED_ACTION = ("300", "unauthorized action", True)
    VALUES = ("400", "values supplied", False)
    NOT_FOUND = ("404", "object not found", False)
    NOT_ALLOWED = ("410", "action not allowed", False)
    THROTTLED = ("429", "throttled", True)
    KEY_IN_USE = ("450", "idempotency key in use", True)
    REQUEST_FAILED = ("460", "request failed", False)
    SERVER = ("500", "server", True)
    UNAVAILABLE = ("503", "unavailable", False)
    UNLISTED = ("", "not in the catalogue", True)

    def __init__(self, wire: str, title: str, paged: bool) -> None:
        self.wire = wire
        self.title = title
        self.paged = paged

    @classmethod
    def from_wire(cls, wire: str) -> "ErrorKind":
        for kind in cls:
            if kind.wire == wire:
                return kind
        return cls.UNLISTED


class SynapseFailure(Exception):
    def __init__(self, http_code: str, error_code: str, text: str) -> None:
        self.http_code = http_code
        self.error_code = error_code
        self.kind = ErrorKind.from_wire(error_code)
        super().__init__(f"{http_code}/{error_code} ({self.kind.title}): {text}")

    @property
    def pair(self) -> tuple[str, str]:
        return self.http_code, self.error_code


class IllegibleReply(Exception):
    """Not a JSON object: a proxy's page, an empty body."""

    def __init__(self, status: int, raw: bytes) -> None:
        super().__init__(f"HTTP {status} without a JSON object")
        self.status = status
        self.raw = raw
