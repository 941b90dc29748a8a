"""What can happen to a transfer, in the order in which listeners hear of it."""
from __future__ import annotations

from typing import Any, Union

from attrs import field, frozen


@frozen
class Sent:
    key: str
    attempt: int


@frozen
class PutOff:
    http_code: str
    error_code: str
    seconds: float


@frozen
class Settled:
    transaction: str


@frozen
class Pending:
    """Taken, not final: a person, a bank or a later status decides."""

    transaction: str
    http_code: str
    error_code: str
    status: str = ""


@frozen
class AlreadySent:
    """450: the key was used before. Somebody looks the first transaction up; nothing is sent again."""

    key: str
    http_code: str
    error_code: str
    body: dict[str, Any] = field(factory=dict, repr=False)


@frozen
class Refused:
    http_code: str
    error_code: str
    why: str
    body: dict[str, Any] = field(factory=dict, repr=False)


Final = Union[Settled, Pending, AlreadySent, Refused]
Event = Union[Sent, PutOff, Final]
