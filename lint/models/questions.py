"""Questions about values: of what type they are, whether they have an attribute or can be called."""

from __future__ import annotations

from typing import Any

from ..exceptions import ancestors, canonical, is_known
from ..flow import ops
from ..flow.classes import is_exception_name
from ..flow.core import Args, Found, Kwargs, in_body
from ..flow.state import DictObj, Inst, ListObj, State
from ..flow.trying import class_names
from ..flow.values import (
    TRUE,
    Cls,
    Const,
    Ext,
    Func,
    JsonVal,
    Lam,
    Partial,
    RawVal,
    Ref,
    ReplyVal,
    Thrown,
    Tup,
    Unk,
    Value,
    Wrapped,
    key_of,
    parts,
    split,
    tainted,
)
from . import results
from .table import model


@model("builtins.isinstance")
def isinstance_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Point by point where the type is known."""
    if len(args) < 2:
        return [(st, Unk(("isinstance", site), "bool"))]
    found = []
    for mask, part in parts(args[0], st.mask):
        known = it.is_instance(st, part, args[1])
        if known is not None and st.sent and it.exception_names(st, part) is not None:
            st.note("test", site, "class", mask)
        found.append((mask, ops.unknown("isinstance", part, type_="bool") if known is None else Const(known)))
    return [(st, split(found))]


@model("builtins.issubclass")
def issubclass_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Point by point where the classes are known; what it says of an error's class depends on the reply."""
    if len(args) < 2:
        return [(st, Unk(("issubclass", site), "bool"))]
    found: list[tuple[int, Value]] = []
    for mask, part in parts(args[0], st.mask):
        known = _is_subclass(it, st, part, args[1])
        if known is not None and st.sent:
            st.note("test", site, "class", mask)
        unknown = Unk(("issubclass", key_of(part), key_of(args[1])), "bool", taint=bool(st.sent))
        found.append((mask, unknown if known is None else Const(known)))
    return [(st, split(found))]


def _is_subclass(it: Any, st: State, cls: Value, types: Value) -> bool | None:
    if isinstance(types, Tup):
        answers = [_is_subclass(it, st, cls, t) for t in types.items]
        return True if True in answers else (None if None in answers else False)
    names = class_names(cls)
    if names is None:
        return None
    if isinstance(types, Cls):
        return types.info in names
    return canonical(types.name) in names if isinstance(types, Ext) and is_exception_name(types.name) else None


@model("builtins.callable", "builtins.hasattr")
def question(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Questions about objects."""
    kind = name.rsplit(".", 1)[-1]
    if kind == "hasattr" and len(args) == 2 and isinstance(args[1], Const) and isinstance(args[1].v, str):
        found: Found = []
        for s, value in it.by_part(st, args[0]):
            for end, got in it.attr(value, args[1].v, s.fork(), None, site):
                known = isinstance(got, Thrown) or isinstance(value, (Ref, Const, ReplyVal))
                found.append(
                    (
                        end,
                        Const(not isinstance(got, Thrown))
                        if known
                        else Unk(("hasattr", key_of(value), args[1].v), "bool", taint=tainted(value)),
                    )
                )
        return found
    if kind == "callable" and args and isinstance(args[0], (Func, Lam, Cls, Ext, Partial, Wrapped)):
        return [(st, TRUE)]
    return [(st, ops.unknown(kind, *args, type_="bool"))]


def is_instance(it: Any, st: State, value: Value, types: Value) -> bool | None:
    """isinstance where it can be told."""
    if isinstance(types, Tup):
        answers = [is_instance(it, st, value, t) for t in types.items]
        return True if True in answers else (None if None in answers else False)
    if in_body(value) and (isinstance(types, Cls) or (isinstance(types, Ext) and is_known(types.name))):
        return False
    if isinstance(types, Cls):
        obj = it.obj(st, value) if isinstance(value, Ref) else None
        if isinstance(obj, Inst):
            return types.info in obj.cls.info.mro() if isinstance(obj.cls, Cls) else False
        return (
            False
            if isinstance(value, (Const, JsonVal, ReplyVal, RawVal, Tup)) or isinstance(obj, (DictObj, ListObj))
            else None
        )
    if not isinstance(types, Ext):
        return None
    return _is_outside(it, st, value, types.name)


_TYPES = {
    "builtins.int": int,
    "builtins.str": str,
    "builtins.float": float,
    "builtins.bool": bool,
    "builtins.bytes": bytes,
}


def _is_outside(it: Any, st: State, value: Value, name: str) -> bool | None:
    obj = it.obj(st, value) if isinstance(value, Ref) else None
    if isinstance(value, Const):
        if name in _TYPES:
            return isinstance(value.v, _TYPES[name])
        return False if name.startswith("builtins.") else None
    if isinstance(value, JsonVal) or isinstance(obj, DictObj):
        return name.rsplit(".", 1)[-1] in ("dict", "Mapping", "MutableMapping", "object", "Dict")
    if isinstance(value, Tup) or isinstance(obj, ListObj):
        kind = obj.kind if isinstance(obj, ListObj) else "tuple"
        return name.rsplit(".", 1)[-1] in (kind, "Sequence", "Iterable", "Collection", "object")
    if isinstance(obj, Inst):
        if isinstance(obj.cls, Ext) and obj.cls.name in results.FIELDS:
            return name == obj.cls.name or name.rpartition(".")[2] in ("Result", "object")
        names = it.exception_names(st, value)
        if names is not None:
            return bool(names & ancestors(name)) if name in names else (name in names)
        return None
    if isinstance(value, Unk) and value.type is not None and name in _TYPES:
        return value.type == name.removeprefix("builtins.")
    return None
