from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

L = TypeVar("L")
R = TypeVar("R")
S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Left(Generic[L]):
    value: L

    def map(self, _: Callable[..., object]) -> Left[L]:
        return self


@dataclass(frozen=True, slots=True)
class Right(Generic[R]):
    value: R

    def map(self, fn: Callable[[R], S]) -> Right[S]:
        return Right(fn(self.value))


Either = Left[L] | Right[R]
