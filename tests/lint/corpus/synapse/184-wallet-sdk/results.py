"""Results of the wallet SDK. Methods return one of these three and raise nothing that SynapseFI caused."""
from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

T = TypeVar("T")


class Kind(str, Enum):
    """Coarse grouping for dashboards. Decide on the codes, not on this."""

    CLIENT_AUTH = "client-auth"
    USER_AUTH = "user-auth"
    REQUEST = "request"
    NOT_ALLOWED = "not-allowed"
    DUPLICATE = "duplicate"
    SERVICE = "service"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Ok(Generic[T]):
    value: T


@dataclass(frozen=True, slots=True)
class Pending:
    """Accepted, but not the final response."""

    http_code: str
    error_code: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    http_code: str
    error_code: str
    message: str
    kind: Kind = Kind.OTHER


_KINDS: dict[str, Kind] = {
    "100": Kind.CLIENT_AUTH,
    "110": Kind.USER_AUTH,
    "120": Kind.USER_AUTH,
    "200": Kind.REQUEST,
    "300": Kind.NOT_ALLOWED,
    "400": Kind.REQUEST,
    "404": Kind.REQUEST,
    "410": Kind.NOT_ALLOWED,
    "429": Kind.SERVICE,
    "450": Kind.DUPLICATE,
    "503": Kind.SERVICE,
}


def kind_of(http_code: str, error_code: str) -> Kind:
    if error_code == "500":
        # 402/500 is a locked bank account, only 500/500 is the server's own fault.
        return Kind.SERVICE if http_code == "500" else Kind.OTHER
    return _KINDS.get(error_code, Kind.OTHER)
