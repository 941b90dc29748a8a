from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar, Union

from codes import KlaviCode

T = TypeVar("T")


@dataclass(frozen=True)
class Failure:
    code: KlaviCode
    raw_code: Any
    message: str


@dataclass(frozen=True)
class Ok(Generic[T]):
    value: T


@dataclass(frozen=True)
class Err:
    failure: Failure


Outcome = Union[Ok[T], Err]
