"""What the interpreter asks about code from outside the project; `models` answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from .classes import ClassInfo
from .state import State
from .values import Made, Method, Value


class Library(Protocol):
    """it: the interpreter that asks."""

    def model(self, name: str) -> Callable[..., Any] | None:
        """What a call of an outside name does: model(it, st, args, kwargs, site, name) -> results."""

    def made(self, value: Made) -> Callable[..., Any] | None:
        """What calling a made value does: made(it, st, value, args, kwargs, site) -> results."""

    def layer(self, kind: str) -> Callable[..., Any]:
        """How a wrapped function of a kind is called: layer(it, wrapped, args, kwargs, st, site) -> results."""

    def driver(self, name: str) -> Callable[..., Any] | None:
        """How a for loop over a made value runs, where not as usual: driver(it, stmt, value, st, cx) -> ends."""

    def method(
        self, it: Any, recv: Value, name: str, args: list[Value], kwargs: list[tuple[str, Value]], st: State, cx: Any,
        site: Any,
    ) -> list[tuple[State, Value]]:  # fmt: skip
        """A method of a value that is no project object."""

    def inherited(self, it: Any, st: State, info: ClassInfo) -> dict[str, Value]:
        """The attributes that an object of a project's class has from outside classes that it inherits from."""

    def positional(self, name: str) -> tuple[str, ...]:
        """The attributes that the parts of a class pattern see by position, of an outside class."""

    def inherits(self, info: ClassInfo, name: str) -> bool:
        """Whether objects of a project's class have a method that is known from an outside class."""

    def pure_method(self, it: Any, st: State, method: Method, *args: Value) -> Value:
        """A method of a plain value, as a pure function."""

    def is_instance(self, it: Any, st: State, value: Value, types: Value) -> bool | None:
        """isinstance where it can be told."""

    def guess(
        self, it: Any, recv: Value, name: str, args: list[Value], kwargs: list[tuple[str, Value]], st: State, site: Any,
    ) -> list[tuple[State, Value]] | None:  # fmt: skip
        """What a method of an unknown object must be by its name: an HTTP client's verb; None if it tells nothing."""

    def left_for_later(
        self, it: Any, func: Value, last: str, args: list[Value], kwargs: list[tuple[str, Value]], st: State, site: Any
    ) -> bool:
        """Whether a call leaves a function of the project for later (a timer), which is followed beside the caller."""

    def configured(
        self, it: Any, func: Value, args: list[Value], kwargs: list[tuple[str, Value]], st: State, site: Any
    ) -> list[tuple[State, Value]] | None:
        """A call of a function that the configuration says to give a reply's body; None for any other."""

    def expected(self, it: Any, kind: Value) -> str | None:
        """The configured name of an exception class that carries a reply; None for any other."""

    def mends(self, it: Any, func: Value) -> bool:
        """Whether the configuration says that a call mends what made a request fail."""

    def decorator(
        self, it: Any, name: str, args: list[Value], kwargs: list[tuple[str, Value]], st: State, site: Any
    ) -> list[tuple[State, Value]] | None:
        """What a decorator of an unknown object must be by its name and options: a task queue's; None as above."""
