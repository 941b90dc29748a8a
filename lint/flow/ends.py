"""How a statement ends: None when it went on, or one of these."""

from __future__ import annotations

from typing import Any, Final

from ...contracts.plain import frozen
from .state import State
from .values import Value


@frozen
class Return:
    value: Value


@frozen
class Raise:
    exc: Value


@frozen
class Jump:
    """break or continue."""

    kind: str


@frozen
class Escape(Value):
    """A completion that travels through a generator that yielded to a with or for body."""

    comp: Any


BREAK: Final = Jump("break")
CONTINUE: Final = Jump("continue")
Ends = list[tuple[State, Any]]
