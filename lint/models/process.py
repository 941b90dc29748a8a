"""How a program ends."""

from __future__ import annotations

from typing import Any

from ..flow.core import Args, Found, Kwargs
from ..flow.state import Inst, State
from ..flow.values import NONE, Const, Ext, Ref, Thrown, Value
from .table import model


@model("sys.exit", "builtins.exit", "builtins.quit", "os._exit")
def leave(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`sys.exit(status)` raises SystemExit."""
    st.note("raise", site, "SystemExit")
    return [(st, Thrown(it.alloc(st, Inst(Ext("builtins.SystemExit"), {}, tuple(args)))))]


def ended_well(it: Any, st: State, value: Value) -> Value:
    """What a root gives: a program that ends with status 0 ended well."""
    exc = value.exc if isinstance(value, Thrown) else None
    obj = it.obj(st, exc) if isinstance(exc, Ref) else None
    if isinstance(obj, Inst) and obj.cls == Ext("builtins.SystemExit"):
        status = obj.args[0] if obj.args else NONE
        if status == NONE or (isinstance(status, Const) and status.v in (0, False)):
            return status
    return value
