"""What a caller can see of a value once all that came from the reply is taken out, and whether two such look alike."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from .flow.interp import Interp
from .flow.state import EPOCH, DictObj, Inst, ListObj, State
from .flow.texts import DUMPS
from .flow.values import (
    Cls,
    Const,
    Ext,
    JsonVal,
    Made,
    RawVal,
    Ref,
    ReplyVal,
    Split,
    Tup,
    Value,
    narrow,
    parts,
    tainted,
)

_WORD: Final = re.compile(r"'[\w.:-]{1,64}'")


def shape(interp: Interp, st: State, value: Value, depth: int = 0) -> Any:
    """What a caller can see of a value with all that came from the reply taken out."""
    if depth > 4:
        return "…"
    match value:
        case Const(v, field):
            if field is not None or (v in (None, "", 0, False, (), 0.0) and not isinstance(v, bool)):
                return "empty" if field is None else "data"
            return ("moment" if _moment(v) else "const", type(v).__name__, repr(v))
        case Tup(items):
            shown = [shape(interp, st, i, depth + 1) for i in items]
            return ("tuple", *shown) if shown else ("list", frozenset(), False, False)
        case Ref():
            return _object(interp, st, value, depth)
        case Split():
            found = {shape(interp, st, p, depth + 1) for _, p in parts(value, st.mask)}
            if len(found) > 1 and None not in (kinds := [_kinds(f) for f in found]):
                return ("list", frozenset().union(*kinds), any(isinstance(f, tuple) and f[2] for f in found), True)
            return found.pop() if len(found) == 1 else ("split", frozenset(found))
        case Cls() | Ext():
            return ("name", str(value))
        case Made(name, (held, *_)) if name in DUMPS:
            return shape(interp, st, held, depth)
        case _:
            return "data"


def alike_points(interp: Interp, st: State, value: Value, mask: int) -> list[int]:
    """Points in groups for each of which a value, with all that it holds, is one and the same."""
    groups = [mask]
    todo: list[tuple[Value, int]] = [(value, 0)]
    seen: set[int] = set()
    while todo:
        one, depth = todo.pop()
        held: Iterable[Value] = ()
        if isinstance(one, Ref):
            if one.id not in seen:
                seen.add(one.id)
                held = _held(interp.obj(st, one))
        elif isinstance(one, Split):
            masks = [m for m, _ in one.parts]
            masks.append(~sum(masks))  # they are disjoint
            groups = [part for group in groups for m in masks if (part := group & m)]
            held = (part for _, part in one.parts)
        elif isinstance(one, Tup):
            held = one.items
        if depth < 4:
            todo += [(v, depth + 1) for v in held]
    return groups


def _held(obj: object) -> Iterable[Value]:
    match obj:
        case Inst(attrs=attrs):
            return attrs.values()
        case ListObj(items=items):
            return items
        case DictObj(items=pairs):
            return [v for _, v in pairs]
    return ()


def wordless(shown: Any) -> Any:
    """The same without the sentences: a text of several words tells a program nothing."""
    match shown:
        case ("const", "str", text) if not _WORD.fullmatch(text):
            return "data"
        case tuple() | frozenset():
            return type(shown)(wordless(part) for part in shown)
    return shown


def _moment(value: object) -> bool:
    """Whether a known value is a time by the path's own clock: nothing that a reply gives, nor a default for it."""
    return isinstance(value, datetime) or (isinstance(value, float) and value >= EPOCH)


def _object(interp: Interp, st: State, ref: Ref, depth: int) -> Any:
    obj = interp.obj(st, ref)
    if isinstance(obj, Inst):
        if isinstance(obj.cls, Cls) and obj.cls.info.is_enum():
            return ("member", obj.cls.info.name, repr(obj.attrs.get("name")))
        name = obj.cls.info.name if isinstance(obj.cls, Cls) else str(obj.cls)
        shown = {k: shape(interp, st, v, depth + 1) for k, v in obj.attrs.items() if not k.startswith("__")}
        return ("object", name, tuple(sorted(shown.items())))
    if isinstance(obj, DictObj) and obj.rest is not None:
        return "data"
    if isinstance(obj, DictObj):
        held = [(narrow(k, st.mask), v) for k, v in obj.items]
        keys = [(repr(k.v), shape(interp, st, v, depth + 1)) for k, v in held if isinstance(k, Const)]
        if len(keys) < len(obj.items):
            return _collection((v for _, v in obj.items), obj.more, interp, st, depth)
        return ("dict", tuple(sorted(keys, key=repr))) if keys else ("list", frozenset(), False, obj.more)
    if isinstance(obj, ListObj):
        return _collection(obj.items, obj.more, interp, st, depth)
    return "data"


def _collection(items: Iterable[Value], more: bool, interp: Interp, st: State, depth: int) -> Any:
    """How many there are tells nothing; what one of them is does, and where there is one at all."""
    shown = [shape(interp, st, item, depth + 1) for item in items]
    return ("list", frozenset(shown) - {"data", "empty"}, bool(shown), more)


def alike(shown: Any, success: Any, same_place: bool) -> bool:
    """Whether a result can't be told from a success's. Where both come from the same statement, a constant in place of
    data is a default (`body.get("total", 0)`), which tells nothing."""
    if shown == success:
        return True
    if success == "empty" and isinstance(shown, tuple) and shown[0] == "const":
        return False  # an exit code, a flag: something where a success has nothing
    shown, success = ("data" if s == "empty" else s for s in (shown, success))
    if shown == success:
        return True
    if isinstance(shown, tuple) and shown[0] == "dict" and _kinds(success) == frozenset() and success != "data":
        return same_place and (success[2] or success[3])
    if same_place and _tally(success) and _tally(shown) == frozenset():
        return True  # that one less is counted tells no more than a list that is one shorter
    if _kinds(shown) is not None and _kinds(success) is not None:
        if "data" not in (shown, success) and shown[2] and not (success[2] or success[3]):
            return False  # one is put into a list that stays empty for a success
        return "data" in (shown, success) or all(
            any(alike(one, other, same_place) for other in _kinds(success)) for one in _kinds(shown)
        )
    if success == "data":
        return same_place and isinstance(shown, tuple) and shown[0] in ("const", "dict", "tuple")
    if (
        isinstance(shown, tuple)
        and isinstance(success, tuple)
        and shown[0] == success[0]
        and len(shown) == len(success)
    ):
        if shown[0] == "object" and shown[1] == success[1]:
            one, other = dict(shown[2]), dict(success[2])
            return all(alike(one.get(k, "data"), other.get(k, "data"), same_place) for k in one.keys() | other.keys())
        if shown[0] == "tuple":
            return all(alike(a, b, same_place) for a, b in zip(shown[1:], success[1:], strict=True))
        if shown[0] == "dict":
            one, other = dict(shown[1]), dict(success[1])
            return one.keys() == other.keys() and all(alike(one[k], other[k], same_place) for k in one)
    return False


def _tally(shown: Any) -> frozenset[Any] | None:
    """What a dict of counts has counted; None if it is something else."""
    if not isinstance(shown, tuple) or shown[0] not in ("dict", "list"):
        return None
    if shown[0] == "list":
        return None if shown[2] else frozenset()
    counted = [(key, value) for key, value in shown[1] if value != "empty"]
    return frozenset(counted) if all(value[:2] == ("const", "int") for _, value in counted) else None


def _kinds(shown: Any) -> Any:
    """What items a list shows; data may be a list that shows nothing."""
    if shown in ("data", "empty"):
        return frozenset()
    return shown[1] if isinstance(shown, tuple) and shown[0] == "list" else None


def gives_data(interp: Interp, st: State, value: Value, depth: int = 0) -> bool:
    """Whether a value holds something of a reply's body that the page doesn't describe."""
    if depth > 4:
        return False
    match value:
        case JsonVal():
            return True
        case Tup(items):
            return any(gives_data(interp, st, i, depth + 1) for i in items)
        case Made(_, args, kwargs):
            inner = [*args, *(v for _, v in kwargs)]
            return value.taint or any(gives_data(interp, st, v, depth + 1) for v in inner)
        case Split():
            return any(gives_data(interp, st, p, depth + 1) for _, p in parts(value, st.mask))
        case Ref():
            obj = interp.obj(st, value)
            inner = (
                [v for k, v in obj.attrs.items() if not k.startswith("__")]
                if isinstance(obj, Inst)
                else [*(v for _, v in obj.items), *([obj.rest] if obj.rest is not None else [])]
                if isinstance(obj, DictObj)
                else list(obj.items)
                if isinstance(obj, ListObj)
                else []
            )
            return any(gives_data(interp, st, v, depth + 1) for v in inner)
        case _:
            return tainted(value)


def raw_body(value: Value, mask: int, reply: int) -> bool:
    """Whether a value is the whole body of a reply."""
    return any(isinstance(p, JsonVal) and not p.pointer and p.reply == reply for _, p in parts(value, mask))


def holds_reply(value: Value, mask: int) -> bool:
    """Whether a value is the response itself, or a tuple with its status."""
    for _, part in parts(value, mask):
        if isinstance(part, (ReplyVal, RawVal)):
            return True
        if isinstance(part, Tup) and any(
            isinstance(i, (ReplyVal, Split, Const)) and _status_like(i) for i in part.items
        ):
            return True
    return False


def _status_like(value: Value) -> bool:
    if isinstance(value, ReplyVal):
        return True
    if isinstance(value, Const):
        return value.field in ("status", "code", "advice")
    return isinstance(value, Split) and any(_status_like(p) for _, p in value.parts)
