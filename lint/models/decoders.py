"""Bodies decoded into models of the project: msgspec, pydantic's TypeAdapter, cattrs, dacite, mashumaro, adaptix."""

from __future__ import annotations

from typing import Any, Final

from ..flow.classes import ClassInfo
from ..flow.core import Args, Found, Kwargs
from ..flow.state import State
from ..flow.values import Cls, Const, JsonVal, Made, RawVal, Ref, Thrown, Tup, Unk, Value, tainted
from .reply_methods import read_json
from .table import model

DECODERS: Final = {
    "msgspec.json.Decoder": ("decode",),
    "pydantic.TypeAdapter": ("validate_python", "validate_json"),
    "mashumaro.codecs.BasicDecoder": ("decode",),
    "mashumaro.codecs.json.JSONDecoder": ("decode",),
    "mashumaro.codecs.orjson.ORJSONDecoder": ("decode",),
}
"""What is made for one type, and the methods by which it decodes."""
CONVERTERS: Final = {
    "cattrs.Converter": ("structure",),
    "cattrs.GenConverter": ("structure",),
    "cattr.Converter": ("structure",),
    "cattrs.preconf.json.make_converter": ("structure", "loads"),
    "cattrs.preconf.orjson.make_converter": ("structure", "loads"),
    "adaptix.Retort": ("load",),
}
"""What is made for any type, and the methods by which it decodes into the one that comes second."""
TYPE_FIRST: Final = (
    "pydantic.parse_obj_as",
    "pydantic.tools.parse_obj_as",
    "dacite.from_dict",
    "dacite.core.from_dict",
)
_NAMES: Final = {"body": ("data", "obj"), "type": ("type", "data_class", "cl")}


@model("msgspec.json.decode", "msgspec.convert", "cattrs.structure", "cattr.structure", *TYPE_FIRST)
def decoded(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """A body, or its text, as what `type` says."""
    first, second = [*args[:2], None, None][:2]
    body, wanted = (second, first) if name in TYPE_FIRST else (first, second)
    named = dict(kwargs)
    body = body or next((named[n] for n in _NAMES["body"] if n in named), None)
    wanted = wanted or next((named[n] for n in _NAMES["type"] if n in named), None)
    return into(it, st, body, wanted, site) if body is not None else [(st, Unk(("decode", site)))]


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


@model(*DECODERS, *CONVERTERS)
def decoder(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """An object that decodes, into one type or any."""
    return [(st, Made(name, (dict(kwargs).get("type", args[0] if args else Const(None)),)))]


def decoder_method(it: Any, recv: Made, name: str, args: Args, st: State, site: Any) -> Found | None:
    """`Decoder(Reply).decode(data)`, `TypeAdapter(Reply).validate_json(data)`, `Converter().structure(body, Reply)`."""
    if args and name in DECODERS.get(recv.name, ()):
        return into(it, st, args[0], recv.args[0], site)
    if len(args) > 1 and name in CONVERTERS.get(recv.name, ()):
        return into(it, st, args[0], args[1], site)
    return None
