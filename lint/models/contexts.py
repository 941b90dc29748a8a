"""What makes context managers: `contextlib`."""

from __future__ import annotations

from typing import Any

from ..flow.core import Args, Found, Kwargs
from ..flow.generating import is_generator
from ..flow.state import State
from ..flow.values import NONE, Made
from .table import model


@model("contextlib.contextmanager", "contextlib.asynccontextmanager")
def contextmanager(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The generator function itself: a with statement runs it around its body."""
    return [(st, args[0] if args else NONE)]


@model("contextlib.suppress")
def suppress(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Kept for the with statement."""
    return [(st, Made("contextlib.suppress", tuple(args)))]


@model("contextlib.closing", "contextlib.aclosing", "contextlib.nullcontext")
def closing(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """A with statement binds what is closed; a generator isn't run around its body."""
    if args and is_generator(args[0]):
        return [(st, Made("contextlib.closing", tuple(args)))]
    return [(st, args[0] if args else NONE)]
