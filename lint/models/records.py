"""Records (dataclasses, attrs) changed, shown and listed."""

from __future__ import annotations

from typing import Any

from ..flow.core import Args, Found, Kwargs
from ..flow.state import DictObj, Inst, ListObj, State
from ..flow.values import Cls, Const, Ext, Made, Ref, Unk, key_of, tainted
from .table import model


@model("dataclasses.replace", "copy.replace", "attr.evolve", "attrs.evolve")
def replaced(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The same record with some fields changed."""
    obj = it.obj(st, args[0]) if args and isinstance(args[0], Ref) else None
    if not isinstance(obj, Inst):
        return [(st, Made(name, tuple(args), tuple(kwargs), taint=any(tainted(v) for _, v in kwargs)))]
    return [(st, it.alloc(st, Inst(obj.cls, {**obj.attrs, **dict(kwargs)}, obj.args)))]


@model(
    "dataclasses.asdict",
    "attr.asdict",
    "attrs.asdict",
    "msgspec.to_builtins",
    "msgspec.structs.asdict",
    "builtins.vars",
)
def as_dict(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """A record's fields and values."""
    obj = it.obj(st, args[0]) if args and isinstance(args[0], Ref) else None
    if not isinstance(obj, Inst):
        return [(st, args[0] if args else Unk(("asdict", site)))]
    return [(st, it.alloc(st, DictObj(tuple((Const(k), v) for k, v in obj.attrs.items() if not k.startswith("__")))))]


@model("dataclasses.fields", "attr.fields", "attrs.fields", "msgspec.structs.fields")
def fields(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The fields of a record or its class, of which the names are known."""
    value = args[0] if args else None
    obj = it.obj(st, value) if isinstance(value, Ref) else None
    cls = obj.cls if isinstance(obj, Inst) else value
    if not isinstance(cls, Cls):
        return [(st, Unk(("fields", key_of(value) if value is not None else site)))]
    made = [it.alloc(st, Inst(Ext(name), {"name": Const(field)})) for field, *_ in cls.info.all_fields()]
    return [(st, it.alloc(st, ListObj(tuple(made))))]
