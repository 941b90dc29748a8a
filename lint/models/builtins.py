"""Builtin functions on single values: conversions, questions about types, attributes by name."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from ..exceptions import ancestors, is_known
from ..flow import ops
from ..flow.core import Args, Found, Kwargs, Source
from ..flow.state import DictObj, Inst, ListObj, State
from ..flow.texts import tells
from ..flow.values import (
    NONE,
    TRUE,
    Cls,
    Const,
    Ext,
    Func,
    JsonVal,
    Lam,
    Made,
    Partial,
    RawVal,
    Ref,
    ReplyVal,
    Super,
    Thrown,
    Tup,
    Unk,
    Value,
    Wrapped,
    field_of,
    key_of,
    parts,
    split,
    tainted,
)
from . import results
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
        if isinstance(one, (JsonVal, Ref)):
            raise ops.PyError("TypeError")
        return Unk((kind, key_of(one)), "int" if kind == "int" else kind.lower(), field_of(one), tainted(one))

    return lifted(it, st, [value, *args[1:2]], site, convert)


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


@model("builtins.issubclass", "builtins.callable", "builtins.hasattr")
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
    """`object.__new__(cls)` in a class of the project: an object with nothing in it yet."""
    if args and isinstance(args[0], Cls):
        return [(st, it.alloc(st, Inst(args[0], {}, ())))]
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


def is_instance(it: Any, st: State, value: Value, types: Value) -> bool | None:
    """isinstance where it can be told."""
    if isinstance(types, Tup):
        answers = [is_instance(it, st, value, t) for t in types.items]
        return True if True in answers else (None if None in answers else False)
    if _of_a_body(value) and (isinstance(types, Cls) or (isinstance(types, Ext) and is_known(types.name))):
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


def _of_a_body(value: Value) -> bool:
    """Whether an unknown value stands somewhere in a body that was parsed: no exception, and no object of the
    project."""
    key = value.key if isinstance(value, Unk) else None
    return isinstance(key, tuple) and len(key) == 2 and isinstance(key[0], Source) and isinstance(key[1], str)


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
