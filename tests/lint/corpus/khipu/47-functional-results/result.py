from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Generic, TypeVar, Union

T = TypeVar("T")
U = TypeVar("U")
E = TypeVar("E")


@dataclass(frozen=True)
class Ok(Generic[T]):
    value: T


@dataclass(frozen=True)
class Err(Generic[E]):
    why: E


Result = Union[Ok[T], Err[E]]


def bind(result: Result[T, E], fn: Callable[[T], Result[U, E]]) -> Result[U, E]:
    return fn(result.value) if isinstance(result, Ok) else result


def fmap(result: Result[T, E], fn: Callable[[T], U]) -> Result[U, E]:
    return Ok(fn(result.value)) if isinstance(result, Ok) else result


def fold(result: Result[T, E], on_ok: Callable[[T], U], on_err: Callable[[E], U]) -> U:
    return on_ok(result.value) if isinstance(result, Ok) else on_err(result.why)
