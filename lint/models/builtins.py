"""Builtin functions on single values: conversions, questions about types, attributes by name."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from ..flow import ops
from ..flow.comparing import MARK
from ..flow.core import Args, Found, Kwargs
from ..flow.state import Inst, State
from ..flow.texts import tells
from ..flow.values import (
    NONE,
    Cls,
    Const,
    Ext,
    Func,
    JsonVal,
    Made,
    RawVal,
    Ref,
    Super,
    Thrown,
    Unk,
    Value,
    field_of,
    key_of,
    parts,
    split,
    tainted,
)
from .table import model

_CONVERT: Final[dict[str, Callable[..., Any]]] = {
    "int": int, "float": float, "abs": abs, "round": round, "Decimal": Decimal, "ord": ord,
}  # fmt: skip


def lifted(it: Any, st: State, args: Args, site: Any, func: Callable[..., Value]) -> Found:
    found: Found = it.lifted(st, tuple(args), func, site)
    return found


@model(
    "builtins.int",
    "builtins.float",
    "builtins.str",
    "builtins.bool",
    "builtins.abs",
    "builtins.round",
    "builtins.len",
    "decimal.Decimal",
    "builtins.repr",
    "builtins.ord",
)
def scalar(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Conversions: computed point by point."""
    kind = name.rsplit(".", 1)[-1]
    if not args:
        return [(st, Const({"int": 0, "float": 0.0, "str": "", "bool": False}.get(kind, 0)))]
    value = args[0]
    if kind == "bool":
        return [(s, v if isinstance(v, Thrown) else _truth(it, s, v)) for s, v in it.own_truth(st, value, site)]
    if kind in ("str", "repr"):
        return _text(it, st, value, site)
    if kind == "len":
        obj = it.obj(st, value) if isinstance(value, Ref) else None
        own = obj.cls.info.lookup("__len__") if isinstance(obj, Inst) and isinstance(obj.cls, Cls) else None
        if own is not None and isinstance(own[0], Func):
            found: Found = it.call(it.bind(own[0], value, own[1]), [], [], st, None, site)
            return found
        return lifted(it, st, [value], site, lambda one: _length(it, st, one))
    value = it.enum_value(st, value, NONE)

    def convert(one: Value, *rest: Value) -> Value:
        if isinstance(one, Const):
            try:
                base = [r.v for r in rest if isinstance(r, Const)]
                made: Any = _CONVERT[kind](one.v, *base)
            except TypeError:
                raise ops.PyError("TypeError") from None
            except (ValueError, InvalidOperation):
                raise ops.PyError("ValueError") from None
            return Const(made, one.field)
        if isinstance(one, JsonVal) or (isinstance(one, Ref) and not _of_outside_class(it.obj(st, one))):
            raise ops.PyError("TypeError")
        return Unk((kind, key_of(one)), "int" if kind == "int" else kind.lower(), field_of(one), tainted(one))

    return lifted(it, st, [value, *args[1:2]], site, convert)


def _of_outside_class(obj: Any) -> bool:
    """Whether an object may be a number, by a class that isn't the project's."""
    return isinstance(obj, Inst) and (not isinstance(obj.cls, Cls) or bool(obj.cls.info.outside() - {MARK.name}))


def _length(it: Any, st: State, value: Value) -> Value:
    known, more = it.items_of(st, value)
    return ops.unknown("len", value, type_="int") if known is None or more else Const(len(known))


def _truth(it: Any, st: State, value: Value) -> Value:
    return split(
        (m, ops.unknown("bool", p, type_="bool") if (t := it.truth_of(st, p)) is None else Const(t))
        for m, p in parts(value, st.mask)
    )


def _text(it: Any, st: State, value: Value, site: Any) -> Found:
    found: Found = []
    for s, one in it.by_part(st, value) if any(isinstance(p, Ref) for _, p in parts(value, st.mask)) else [(st, value)]:
        if isinstance(one, Ref) and isinstance(obj := it.obj(s, one), Inst):
            own = obj.cls.info.lookup("__str__") if isinstance(obj.cls, Cls) else None
            if own is not None and isinstance(own[0], Func):
                found.extend(it.call(it.bind(own[0], one, own[1]), [], [], s, None, site))
            elif it.names_code(s, one, s.mask):
                found.append((s, Unk(("str", key_of(one)), "str", "code")))
            elif len(obj.args) == 1:
                found.extend(
                    _text(it, s, obj.args[0], site)
                    if not isinstance(obj.args[0], Ref)
                    else [(s, Unk(("str", one), "str"))]
                )
            else:
                reply = "__reply__" in obj.attrs
                found.append((s, Unk(("str", key_of(one)), "str", "message" if reply else None, reply)))
        else:
            found.extend(it.lifted(s, (one,), lambda part: _str_of(it, part), site))
    return found


def _str_of(it: Any, one: Value) -> Value:
    if isinstance(one, Const):
        return Const(str(one.v), one.field)
    if isinstance(one, RawVal):
        return one
    field = _shown(it, one) if isinstance(one, JsonVal) else field_of(one)
    return Unk(("str", key_of(one)), "str", field, tainted(one))


def _shown(it: Any, body: JsonVal) -> str | None:
    """Of which field the text of a body is, or of a part of it that holds messages and no code."""
    if tells(body):
        return "code-text"
    domain = it.replies[body.reply].domain
    places = [p for e in domain.contract.envelopes for p in e.properties] if domain is not None else []
    fields = {p.field for p in places if p.pointer.startswith(body.pointer + "/")}
    return "message" if "message" in fields and fields.isdisjoint({"code", "advice"}) else None


@model("builtins.getattr")
def getattr_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`getattr(exc, "code", None)`; the name may depend on the point (`getattr(self, f"on_{code}")`)."""
    if len(args) < 2:
        return [(st, ops.unknown("getattr", *args))]
    found: Found = []
    for s, wanted in it.by_part(st, args[1]):
        for part, value in it.by_part(s, args[0]):
            if isinstance(wanted, Const) and isinstance(wanted.v, str):
                found.extend(_attribute(it, part, value, wanted.v, args[2:], site))
            else:
                found.append((part, ops.unknown("getattr", value, wanted, *args[2:])))
    joined: Found = it.rejoin(st, found)
    return joined


def _attribute(it: Any, st: State, value: Value, name: str, default: Args, site: Any) -> Found:
    found: Found = []
    for end, got in it.attr(value, name, st, None, site):
        if isinstance(got, Thrown) and default:
            end.trail = st.trail.before if end.trail is not st.trail and st.trail else end.trail
            got = default[0]
        elif isinstance(value, Ext) and default and isinstance(default[0], Const) and default[0] != NONE:
            got = default[0]  # a setting (`getattr(settings, "PAUSE", 60)`): what the code has without it
        elif isinstance(got, Unk) and default and not isinstance(value, Unk):
            got = Unk(("getattr", got.key), taint=got.taint)
        found.append((end, got))
    return found


@model("builtins.setattr")
def setattr_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`setattr(x, "name", v)`."""
    if len(args) == 3 and isinstance(args[1], Const) and isinstance(args[1].v, str):
        it.set_attr(st, args[0], args[1].v, args[2], site)
    return [(st, NONE)]


@model("builtins.object")
def object_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """A mark: equal to itself only."""
    return [(st, it.alloc(st, Inst(Ext(name), {})))]


@model("builtins.type")
def type_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`type(self)`."""
    found: Found = []
    for s, value in it.by_part(st, args[0] if args else NONE):
        obj = it.obj(s, value) if isinstance(value, Ref) else None
        found.append((s, obj.cls if isinstance(obj, Inst) else Unk(("type", key_of(value)))))
    return found


@model("builtins.object.__new__", "builtins.int.__new__", "builtins.str.__new__")
def new(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`object.__new__(cls)` in a class of the project: an object with nothing in it yet, or a number or a text."""
    if args and isinstance(args[0], Cls):
        attrs = {"value": args[1]} if len(args) > 1 and args[0].info.is_enum() else {}
        return [(st, it.alloc(st, Inst(args[0], attrs, ())))]
    return [(st, Unk(("new", site)))]


@model("builtins.type.__new__")
def new_type(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`type.__new__(mcs, name, bases, namespace)` in a metaclass of the project."""
    made = it.new_class(args, st)
    return [(st, Unk(("new", site)) if made is None else made)]


@model("builtins.super")
def super_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`super(Class, self)`."""
    if len(args) == 2 and isinstance(args[0], Cls):
        return [(st, Super(args[0].info, args[1]))]
    return [(st, Unk(("super", site)))]


@model(
    "builtins.property",
    "functools.cached_property",
    "builtins.staticmethod",
    "builtins.classmethod",
    "cached_property.cached_property",
    "django.utils.functional.cached_property",
)
def descriptor(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Kept for attribute reading."""
    return [(st, Made(name.rsplit(".", 1)[-1], tuple(args)))]
