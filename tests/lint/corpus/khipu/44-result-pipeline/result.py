from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Generic, TypeVar, Union

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True)
class Ok(Generic[T]):
    value: T


@dataclass(frozen=True)
class Err:
    code: str
    advice: str
    description: str
    operation: str | None = None


Result = Union[Ok[T], Err]


class Unwrapped(Exception):
    def __init__(self, err: Err) -> None:
        super().__init__(f"{err.code} [{err.advice}] {err.description} (operation {err.operation})")
        self.err = err


def fmap(f: Callable[[T], U], result: Result[T]) -> Result[U]:
    match result:
        case Ok(value):
            return Ok(f(value))
        case _:
            return result


def unwrap(result: Result[T]) -> T:
    match result:
        case Ok(value):
            return value
        case err:
            raise Unwrapped(err)
