"""Results of the libraries `result` and `returns`: a value or an error in a box, instead of an exception."""

from __future__ import annotations

from typing import Any, Final

from ..flow.core import Args, Found, Kwargs
from ..flow.state import Inst, State
from ..flow.values import NONE, Const, Ext, Ref, Thrown, Value
from .table import model

GOOD: Final = {"result.Ok": "ok_value", "result.result.Ok": "ok_value", "returns.result.Success": "_inner_value"}
BAD: Final = {"result.Err": "err_value", "result.result.Err": "err_value", "returns.result.Failure": "_inner_value"}
FIELDS: Final = GOOD | BAD
"""Each class and the attribute that holds what is in it, which a class pattern's one part sees."""
_ASKED: Final = {"is_ok": True, "is_err": False, "is_successful": True}
_TAKEN: Final = {"unwrap": True, "expect": True, "unwrap_err": False, "expect_err": False, "failure": False}
_OR_NONE: Final = {"ok": True, "err": False}
_MAPPED: Final = {"map": True, "map_err": False, "alt": False}
_BOUND: Final = {"bind": True, "bind_result": True, "and_then": True, "lash": False, "or_else": False}


@model(*FIELDS)
def box(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`Ok(value)`, `Failure(error)`."""
    held = args[0] if args else next((v for _, v in kwargs), NONE)
    return [(st, _boxed(it, st, name, held))]


@model(
    "result.is_ok", "result.is_err", "result.result.is_ok", "result.result.is_err", "returns.pipeline.is_successful"
)  # fmt: skip
def asked(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`is_ok(result)`."""
    found: Found = []
    for s, one in it.by_part(st, args[0] if args else NONE):
        obj = it.obj(s, one) if isinstance(one, Ref) else None
        if isinstance(obj, Inst) and isinstance(obj.cls, Ext) and obj.cls.name in FIELDS:
            found.append((s, Const((obj.cls.name in GOOD) is _ASKED[name.rpartition(".")[2]])))
        else:
            found += it.call_unknown(Ext(name), [one], [], s, None, site)
    return found


def result_method(
    it: Any, ref: Ref, obj: Inst, name: str, args: Args, kwargs: Kwargs, st: State, site: Any
) -> Found | None:
    """A method of such a box; None of anything else."""
    if not isinstance(obj.cls, Ext) or obj.cls.name not in FIELDS:
        return None
    held, good = obj.attrs[FIELDS[obj.cls.name]], obj.cls.name in GOOD
    if name in _ASKED:
        return [(st, Const(good is _ASKED[name]))]
    if name in _OR_NONE:
        return [(st, held if good is _OR_NONE[name] else NONE)]
    if name in _TAKEN:
        return [(st, held if good is _TAKEN[name] else it.throw(st, "result.UnwrapError", site))]
    if name in ("unwrap_or", "value_or") and args:
        return [(st, held if good else args[0])]
    if name == "unwrap_or_else" and args:
        return [(st, held)] if good else _called(it, st, args[0], held, site)
    if name == "unwrap_or_raise" and args:
        return [(st, held)] if good else [(s, Thrown(error)) for s, error in _called(it, st, args[0], held, site)]
    if name in _BOUND and args:
        return _called(it, st, args[0], held, site) if good is _BOUND[name] else [(st, ref)]
    if name in _MAPPED and args:
        made = _called(it, st, args[0], held, site) if good is _MAPPED[name] else []
        kind = obj.cls.name
        return [(s, v if isinstance(v, Thrown) else _boxed(it, s, kind, v)) for s, v in made] or [(st, ref)]
    return None


def _boxed(it: Any, st: State, name: str, held: Value) -> Value:
    made: Value = it.alloc(st, Inst(Ext(name), {FIELDS[name]: held, "value": held}))
    return made


def _called(it: Any, st: State, func: Value, held: Value, site: Any) -> Found:
    found: Found = it.call(func, [held], [], st, None, site)
    return found
