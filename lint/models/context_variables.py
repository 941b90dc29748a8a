"""Context variables: a value that whoever runs in the same context reads and sets."""

from __future__ import annotations

from typing import Any, Final

from ..flow.core import Args, Found, Kwargs
from ..flow.state import Inst, State
from ..flow.values import NONE, Ext, Ref, Tup, Unk
from .table import model

VARIABLE: Final = "contextvars.ContextVar"
HELD: Final = "__held__"


@model(VARIABLE)
def variable(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """A variable, which holds its default at first."""
    default = dict(kwargs).get("default")
    return [(st, it.alloc(st, Inst(Ext(name), {} if default is None else {HELD: default})))]


def variable_method(
    it: Any, ref: Ref, obj: Inst, name: str, args: Args, kwargs: Kwargs, st: State, site: Any
) -> Found | None:
    """`get`, `set`, which gives what was held before, and `reset` to that."""
    if not isinstance(obj.cls, Ext) or obj.cls.name != VARIABLE:
        return None
    held = obj.attrs.get(HELD)
    if name == "get":
        # Without a default somebody else has set it before, or the program wouldn't ask for it.
        return [(st, held if held is not None else args[0] if args else Unk(("context", ref)))]
    if name == "set" and args:
        st.heap[ref.id] = Inst(obj.cls, {HELD: args[0]})
        return [(st, Tup((NONE if held is None else held,)))]
    if name == "reset" and args and isinstance(args[0], Tup):
        st.heap[ref.id] = Inst(obj.cls, {HELD: args[0].items[0]})
        return [(st, NONE)]
    return None
