"""A very small Either, so that we don't raise across the payroll pipeline."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

A = TypeVar("A")
B = TypeVar("B")
E = TypeVar("E")


@dataclass(frozen=True, slots=True)
class Right(Generic[A]):
    value: A


@dataclass(frozen=True, slots=True)
class Left(Generic[E]):
    error: E


def bind(either: Left[E] | Right[A], step: Callable[[A], Left[E] | Right[B]]) -> Left[E] | Right[B]:
    return either if isinstance(either, Left) else step(either.value)


def fmap(either: Left[E] | Right[A], fn: Callable[[A], B]) -> Left[E] | Right[B]:
    return either if isinstance(either, Left) else Right(fn(either.value))
