from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar, Union

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Problem:
    code: str
    type: str
    text: str


@dataclass(frozen=True, slots=True)
class Ok(Generic[T]):
    value: T


@dataclass(frozen=True, slots=True)
class Nothing:
    """The bank answered; there was nothing to report."""

    why: Problem


@dataclass(frozen=True, slots=True)
class Err:
    problem: Problem


Result = Union[Ok[Any], Nothing, Err]
