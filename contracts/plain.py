"""Plain data: dataclasses with slots, which begin in a third of the time.

A run that looks at one file defines more than a hundred of them before it analyses anything. `dataclass` compiles the
methods that compare, hash and show an object anew for every class; here all share one of each, and only `__init__` is
compiled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(kind: type[T]) -> type[T]:
    """A dataclass whose objects can't be changed and are equal where their fields are."""
    return _compared(dataclass(frozen=True, slots=True, eq=False, repr=False)(_described(kind)))


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type[T]) -> type[T]:
    """A `value` that only the type checker holds to not being changed: its objects are made in a third of the time, and
    an analysis makes hundreds of thousands."""
    return _compared(dataclass(slots=True, eq=False, repr=False)(_described(kind)))


@dataclass_transform(frozen_default=True, eq_default=False, field_specifiers=(field,))
def entity(kind: type[T]) -> type[T]:
    """As `frozen`, but its objects are equal to themselves only."""
    return changeable(kind)


@dataclass_transform(eq_default=False, field_specifiers=(field,))
def changeable(kind: type[T]) -> type[T]:
    """A dataclass whose objects change, and are equal to themselves only."""
    return _shown(dataclass(slots=True, eq=False, repr=False)(_described(kind)))


def _described(kind: type[T]) -> type[T]:
    """With a text of its own, for `dataclass` would inspect the class to make one."""
    if not kind.__doc__:
        kind.__doc__ = kind.__name__
    return kind


def _shown(kind: type[T]) -> type[T]:
    _give(kind, "__repr__", _repr)
    return kind


def _repr(self: Any) -> str:
    parts = ", ".join(f"{f.name}={getattr(self, f.name)!r}" for f in fields(self) if f.repr)
    return f"{type(self).__qualname__}({parts})"


def _compared(kind: type[T]) -> type[T]:
    """With `__eq__` and `__hash__` by its fields, unless it says itself when two are equal."""
    if "__eq__" not in vars(kind):
        told = [f for f in fields(kind) if f.compare]  # type: ignore[arg-type]  # it is a dataclass by now
        what, hashed = _contents(f.name for f in told), _contents(f.name for f in told if f.hash is not False)

        def equal(self: object, other: object) -> bool:
            return what(self) == what(other) if other.__class__ is self.__class__ else NotImplemented

        _give(kind, "__eq__", equal)
        _give(kind, "__hash__", lambda self: hash(hashed(self)))
    return _shown(kind)


def _contents(names: Iterable[str]) -> Callable[[object], object]:
    """What an object holds in these fields."""
    known = tuple(names)
    return attrgetter(*known) if known else lambda _: ()


def _give(kind: type, name: str, method: Callable[..., object]) -> None:
    """A method, unless the class has written it itself."""
    if vars(kind).get(name) is None:  # a class that only says when two are equal has None for its hash
        setattr(kind, name, method)
