from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

E = TypeVar("E")


class Bus:
    def __init__(self) -> None:
        self._listeners: dict[type, list[Callable[[Any], None]]] = defaultdict(list)

    def on(self, event: type[E]) -> Callable[[Callable[[E], None]], Callable[[E], None]]:
        def register(fn: Callable[[E], None]) -> Callable[[E], None]:
            self._listeners[event].append(fn)
            return fn

        return register

    def emit(self, event: object) -> None:
        for fn in self._listeners[type(event)]:
            fn(event)
