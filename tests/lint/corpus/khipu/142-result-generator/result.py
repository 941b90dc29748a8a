"""Ok and Err: this team doesn't raise across modules."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True)
class Ok(Generic[T]):
    value: T

    def map(self, func: Callable[[T], U]) -> "Ok[U]":
        return Ok(func(self.value))


@dataclass(frozen=True)
class Err:
    code: str
    hint: str
    text: str

    def map(self, func: Callable[[Any], Any]) -> "Err":
        return self


Result = Ok[T] | Err


def interpret(reply: dict[str, Any]) -> "Ok[dict[str, Any]] | Err":
    """Envelope of every Khipu reply."""
    if reply["Status"] == "OK":
        return Ok(reply["Data"])
    error = reply["Error"]
    return Err(error["Code"], error.get("RetryType", "RETRY_IMMEDIATELY"), error["Description"])
