"""Which method of a class handles a kind of node."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any


class Handlers(dict[type, Callable[..., Any] | None]):
    """A class's methods by the kind of node that they handle: `x_expr_stmt` for the prefix "x" and an ExprStmt; None
    for a kind without a method. They take the object as their first argument, so that it isn't held here."""

    def __init__(self, owner: type, prefix: str) -> None:
        super().__init__()
        self._owner = owner
        self._prefix = prefix

    def __missing__(self, kind: type) -> Callable[..., Any] | None:
        name = f"{self._prefix}_{re.sub(r'(?<!^)(?=[A-Z])', '_', kind.__name__).lower()}"
        method: Callable[..., Any] | None = getattr(self._owner, name, None)
        self[kind] = method
        return method


_tables: dict[tuple[type, str], Handlers] = {}


def handlers(owner: type, prefix: str) -> Handlers:
    """The one table of a class and a prefix."""
    key = (owner, prefix)
    if key not in _tables:
        _tables[key] = Handlers(owner, prefix)
    return _tables[key]
