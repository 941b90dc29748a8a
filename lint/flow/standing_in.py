"""Callables from outside the project: the code around a call tells what it expects of it.

`try: return job()` with a handler for the project's own exception of a provider means that `job` is an operation of
that provider, whoever passes it. One of the project's own that raises the exception stands in for it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, Final

from .. import ir
from .contents import Contents
from .core import Found
from .effects import is_logger
from .state import Site, State
from .values import Cls, Ext, Ref, Tup, Unk, Value

KNOWN: Final = frozenset({"builtins", *sys.stdlib_module_names})
"""Modules whose functions are no provider's operations."""

Producer = Callable[[State, Site], Found | None]
"""What an operation gives that is called at some place."""


class StandingIn(Contents):
    """Part of the interpreter."""

    def stand_in(self, func: Value, last: str, st: State, site: Site) -> Found | None:
        """What an unknown callable does where a handler around it names an exception that an operation raises.

        The first pass over a root only notes who asks; None is the answer until the producers are known, and where
        several calls in one try may be meant.
        """
        given = isinstance(func, Unk) and _given(func)
        if is_logger(last) or not (given or (self.carriers and self.guards and _foreign(self.name_of(func)))):
            return None
        self.strangers = self.strangers or given
        for stmt, cx in reversed(self.guards):
            for handler in stmt.handlers:
                for kind in self._expected(handler, st, cx):
                    name = self.library.expected(self, kind)
                    info = kind.info if given and isinstance(kind, Cls) and kind.info.is_exception() else None
                    if name is None and info is None:
                        continue
                    self.asks = True
                    self.asked.setdefault(id(stmt), set()).add(site)
                    producer = self.producers.get(id(info)) or self.producers.get(name)
                    if producer is not None and len(self.asked[id(stmt)]) == 1:
                        found: Found | None = producer(st, site)
                        return found
        return None

    def _expected(self, handler: ir.Handler, st: State, cx: Any) -> list[Value]:
        """The exception classes that a handler names."""
        if handler.type is None:
            return []
        found = self.ev(handler.type, st.fork(), cx)
        types = found[0][1] if found else None
        known, _ = self.items_of(st, types) if isinstance(types, (Tup, Ref)) else ([types], False)
        return [t for t in known or [] if isinstance(t, (Cls, Ext))]


def _foreign(name: str) -> bool:
    """Whether a function belongs to nobody whom everybody knows: it may be a client's."""
    return bool(name) and name.partition(".")[0] not in KNOWN


def _given(func: Unk) -> bool:
    """Whether a value was passed in: a parameter, or a method of one."""
    key = func.key
    while isinstance(key, tuple) and key[:1] == ("attr",):
        key = key[1]
    return isinstance(key, tuple) and key[:1] == ("param",) and not func.taint
