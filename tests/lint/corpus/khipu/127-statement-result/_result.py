"""A small ``Result`` type, so that transport code need not raise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

T = TypeVar("T")
U = TypeVar("U")
E = TypeVar("E")


@dataclass(frozen=True, slots=True)
class Ok(Generic[T]):
    """A value."""

    value: T

    def map(self, func: Callable[[T], U]) -> Ok[U]:
        """Apply a function to the value."""
        return Ok(func(self.value))


@dataclass(frozen=True, slots=True)
class Err(Generic[E]):
    """A failure."""

    error: E

    def map(self, func: Callable[..., object]) -> Err[E]:
        """Failures pass through."""
        return self


Result: TypeAlias = Ok[T] | Err[E]
