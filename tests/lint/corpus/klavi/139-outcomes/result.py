"""Results instead of exceptions: Ok, Partial or Err, to be taken apart with match."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Any, Generic, TypeVar, Union

T = TypeVar("T")


class Owner(Enum):
    """Who has to move before it makes sense to ask again."""

    CUSTOMER = auto()
    BANK_OR_CUSTOMER = auto()
    US = auto()
    KLAVI = auto()
    NOBODY_SAID = auto()


@dataclass(frozen=True)
class Ok(Generic[T]):
    value: T


@dataclass(frozen=True)
class Partial(Generic[T]):
    value: T
    code: int
    missing: str


@dataclass(frozen=True)
class Err:
    code: int | str | None
    message: str
    owner: Owner
    not_before: datetime | None = None
    raw: Any = None

    @property
    def postponed(self) -> bool:
        return self.not_before is not None


Outcome = Union[Ok[T], Partial[T], Err]
