from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Generic, TypeVar

L = TypeVar("L")
R = TypeVar("R")
S = TypeVar("S")


class Either(ABC, Generic[L, R]):
    @abstractmethod
    def map(self, function: Callable[[R], S]) -> "Either[L, S]": ...

    @abstractmethod
    def fold(self, on_left: Callable[[L], S], on_right: Callable[[R], S]) -> S: ...


class Left(Either[L, R]):
    def __init__(self, value: L) -> None:
        self._value = value

    def map(self, function: Callable[[R], S]) -> Either[L, S]:
        return Left(self._value)

    def fold(self, on_left: Callable[[L], S], on_right: Callable[[R], S]) -> S:
        return on_left(self._value)


class Right(Either[L, R]):
    def __init__(self, value: R) -> None:
        self._value = value

    def map(self, function: Callable[[R], S]) -> Either[L, S]:
        return Right(function(self._value))

    def fold(self, on_left: Callable[[L], S], on_right: Callable[[R], S]) -> S:
        return on_right(self._value)
