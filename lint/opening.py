"""What an object that was there before an operation holds: a collection that its constructor left empty may have been
filled since, by whoever had the object."""

from __future__ import annotations

from typing import Final

from .flow.interp import Interp
from .flow.state import DictObj, Inst, ListObj, State
from .flow.values import Ref, Unk, Value

DEEP: Final = 3


def fill(it: Interp, value: Value | None, st: State, depth: int = 0) -> bool:
    """Put an unknown item in each empty list, set and dict that an object holds, and say whether there was one. What
    counts or makes what is missing (a Counter, a defaultdict) and what is used up is left as it is."""
    obj = it.obj(st, value) if isinstance(value, Ref) else None
    if not isinstance(obj, Inst) or depth > DEEP:
        return False
    found = False
    for name, held in obj.attrs.items():
        inner = it.obj(st, held) if isinstance(held, Ref) else None
        filled = _filled(inner, ("held", held, name))
        if filled is not None and isinstance(held, Ref):
            st.heap[held.id] = filled
            found = True
        elif isinstance(inner, Inst):
            found = fill(it, held, st, depth + 1) or found
    return found


def _filled(obj: object, key: object) -> ListObj | DictObj | None:
    if isinstance(obj, ListObj) and not obj.items and not obj.more and obj.kind in ("list", "set"):
        return ListObj((Unk((key, 0)),), True, obj.kind)
    if isinstance(obj, DictObj) and not (obj.items or obj.more or obj.factory or obj.rest):
        return DictObj(((Unk((key, "key")), Unk((key, "value"))),), True)
    return None
