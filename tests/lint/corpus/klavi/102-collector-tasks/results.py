"""A tiny Result type: the collector never raises for a business outcome."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from codes import KlaviCode

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ok(Generic[T]):
    value: T


@dataclass(frozen=True, slots=True)
class Err:
    code: KlaviCode | None
    raw: str
    message: str


Result: TypeAlias = Ok[T] | Err
