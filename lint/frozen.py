"""Plain data that isn't changed once it is made, of which an analysis makes hundreds of thousands.

The type checker holds to it that nothing is changed; while running nothing does, because objects of a dataclass that is
frozen take three times as long to make, and their class twice as long.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type[T]) -> type[T]:
    """A dataclass whose objects are equal where their fields are, unless it says itself when they are."""
    compared = "__eq__" not in vars(kind)
    return dataclass(slots=True, eq=compared, unsafe_hash=compared)(kind)


@dataclass_transform(frozen_default=True, eq_default=False, field_specifiers=(field,))
def entity(kind: type[T]) -> type[T]:
    """A dataclass whose objects are equal to themselves only."""
    return dataclass(slots=True, eq=False)(kind)
