"""Ok or Fault. Nothing in this package raises for an answer of the provider."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


class Reason(StrEnum):
    INCOMPLETE = "incomplete"
    PROCESSING = "processing"
    UNDER_REVIEW = "under-review"
    REQUEST = "request"
    BANK = "bank"
    BANK_CREDENTIALS = "bank-credentials"
    SCA = "sca"
    AUTHENTICATION = "authentication"
    PROTOCOL = "protocol"
    SERVER = "server"
    UNEXPECTED = "unexpected"


@dataclass(frozen=True, slots=True)
class Ok(Generic[T]):
    value: T

    def then(self, f: Callable[[T], U]) -> "Ok[U]":
        return Ok(f(self.value))


@dataclass(frozen=True, slots=True)
class Fault:
    reason: Reason
    status: int
    code: int | None
    text: str

    def then(self, f: Callable[[Any], Any]) -> "Fault":
        return self


Result = Ok[T] | Fault
