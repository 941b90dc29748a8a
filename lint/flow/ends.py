"""How a statement ends: None when it went on, or one of these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from .state import State
from .values import Value


@dataclass(frozen=True, slots=True)
class Return:
    value: Value


@dataclass(frozen=True, slots=True)
class Raise:
    exc: Value


@dataclass(frozen=True, slots=True)
class Jump:
    """break or continue."""

    kind: str


@dataclass(frozen=True, slots=True)
class Escape(Value):
    """A completion that travels through a generator that yielded to a with or for body."""

    comp: Any


BREAK: Final = Jump("break")
CONTINUE: Final = Jump("continue")
Ends = list[tuple[State, Any]]
