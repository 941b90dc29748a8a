from __future__ import annotations

from typing import Any, Generic, TypeVar

import msgspec

T = TypeVar("T")


class Ok(msgspec.Struct, Generic[T], frozen=True):
    value: T


class Err(msgspec.Struct, frozen=True):
    status: int
    code: int | None
    text: str


class ErrorBody(msgspec.Struct):
    error: str = ""
    message: str = ""
    error_code: int | None = None


Outcome = Ok[list[dict[str, Any]]] | Err
