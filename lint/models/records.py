"""Records (dataclasses, attrs) changed, shown and listed; bodies decoded into models (msgspec, TypeAdapter)."""

from __future__ import annotations

from typing import Any

from ..flow.classes import ClassInfo
from ..flow.core import Args, Found, Kwargs
from ..flow.state import DictObj, Inst, ListObj, State
from ..flow.values import Cls, Const, Ext, JsonVal, Made, RawVal, Ref, Thrown, Tup, Unk, Value, key_of, tainted
from .reply_methods import read_json
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


@model("msgspec.json.decode", "msgspec.convert", "pydantic.parse_obj_as", "pydantic.tools.parse_obj_as")
def decoded(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """A body, or its text, as what `type` says."""
    if name.endswith("parse_obj_as"):
        args = [*args[1:2], *args[:1]]
    wanted = dict(kwargs).get("type", args[1] if len(args) > 1 else None)
    return into(it, st, args[0], wanted, site) if args else [(st, Unk(("decode", site)))]


def into(it: Any, st: State, source: Value, wanted: Value | None, site: Any) -> Found:
    """A body as a model, where the type is one of the project; else as it is."""
    found: Found = []
    for s, one in it.by_part(st, source):
        bodies = read_json(it, one.reply, s, site) if isinstance(one, RawVal) else [(s, one)]
        for end, body in bodies:
            models = [t.info for t in _types(wanted) if isinstance(t, Cls) and t.info.is_record()]
            if isinstance(body, Thrown) or len(models) != len(_types(wanted)):
                found.append((end, body))
            elif isinstance(body, (JsonVal, Ref)):
                found.extend(_first_that_fits(it, end, body, models, site))
            else:
                found.append((end, Unk(("decoded", site), taint=tainted(body))))
    return found


def _types(wanted: Value | None) -> tuple[Value, ...]:
    """The types of `A | B`."""
    return wanted.items if isinstance(wanted, Tup) else (wanted or Const(None),)


def _first_that_fits(it: Any, st: State, body: Value, models: list[ClassInfo], site: Any) -> Found:
    """A body as the first model whose fields it has; as the last one fails, so does all."""
    found: Found = []
    going = [st]
    for model_ in models[:-1]:
        refused: list[State] = []
        for state in going:
            for end, value in it.parse_model(model_, body, state.fork(), site):
                if not isinstance(value, Thrown):
                    found.append((end, value))
                    continue
                again = state.fork(end.mask)  # as if it had not been tried
                again.certain, again.forks, again.assumed = end.certain, end.forks, end.assumed
                refused.append(again)
        going = refused
    return found + [r for state in going for r in it.parse_model(models[-1], body, state, site)]


@model("msgspec.json.Decoder", "pydantic.TypeAdapter")
def decoder(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """An object that decodes into one type."""
    return [(st, Made(name, (dict(kwargs).get("type", args[0] if args else Const(None)),)))]


def decoder_method(it: Any, recv: Made, name: str, args: Args, st: State, site: Any) -> Found | None:
    """`Decoder(Reply).decode(data)`, `TypeAdapter(Reply).validate_json(data)`."""
    if recv.name not in ("msgspec.json.Decoder", "pydantic.TypeAdapter") or not args:
        return None
    if name not in ("decode", "validate_python", "validate_json"):
        return None
    return into(it, st, args[0], recv.args[0], site)
