"""Methods of dicts and lists."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..flow import ops
from ..flow.core import Found
from ..flow.laying import laid, unknown_items
from ..flow.state import DictObj, ListObj, State
from ..flow.values import (
    NONE,
    Const,
    JsonVal,
    Ref,
    Thrown,
    Tup,
    Value,
)
from .queues import taken


def dict_method(
    it: Any, ref: Ref, obj: DictObj, name: str, args: list[Value], kwargs: list[tuple[str, Value]], st: State, site: Any
) -> Found:
    if name in ("get", "pop") and args:
        default = args[1] if len(args) > 1 else (NONE if name == "get" else None)
        found: Found = it.dict_item(st, obj, args[0], site, default)
        kept = tuple((k, v) for k, v in obj.items if ops.equal(k, args[0]) is not True)
        for end, value in found:
            if name == "pop" and not isinstance(value, Thrown):
                end.heap[ref.id] = replace(obj, items=kept)
        return found
    if name == "setdefault" and args:
        default = args[1] if len(args) > 1 else NONE
        found = []
        for s, key in it.by_part(st, args[0]):
            for end, value in it.dict_item(s, obj, key, site, default):
                it.set_item(end, ref, key, value, site)
                found.append((end, value))
        return found
    if name == "items":
        return [(st, it.alloc(st, ListObj(tuple(Tup((k, v)) for k, v in obj.items), obj.more)))]
    if name == "keys":
        return [(st, it.alloc(st, ListObj(tuple(k for k, _ in obj.items), obj.more)))]
    if name == "values":
        return [(st, it.alloc(st, ListObj(tuple(v for _, v in obj.items), obj.more)))]
    if name in ("copy", "__copy__"):
        return [(st, it.alloc(st, obj))]
    if name == "update":
        for value in args:
            other = it.obj(st, value) if isinstance(value, Ref) else value
            if not isinstance(other, (DictObj, JsonVal)):
                other = _of_pairs(it, st, value, site)
            if isinstance(other, (DictObj, JsonVal)):
                obj = laid(obj, other)
            else:
                obj = replace(obj, items=(*obj.items, (unknown_items(value), value)), more=True)
        st.heap[ref.id] = laid(obj, DictObj(tuple((Const(k), v) for k, v in kwargs)))
        return [(st, NONE)]
    if name == "clear":
        st.heap[ref.id] = DictObj((), factory=obj.factory)
        return [(st, NONE)]
    return [(st, ops.unknown(f".{name}", ref, *args))]


def _of_pairs(it: Any, st: State, value: Value, site: Any) -> DictObj | None:
    """The dict that pairs make (`update((code, cls) for code in codes)`), where they are known."""
    made = it.call_outside("builtins.dict", [value], [], st, None, site)
    found = it.obj(made[0][0], made[0][1]) if len(made) == 1 and isinstance(made[0][1], Ref) else None
    return found if isinstance(found, DictObj) and made[0][0] is st and not found.more else None


def _extended(it: Any, st: State, ref: Ref, other: Value, anew: bool) -> Value:
    """A list with another's items; anew: a copy of it, which is given."""
    target = it.alloc(st, it.obj(st, ref)) if anew else ref
    it.extend(st, target, other)
    return target if anew else NONE


def _without(items: tuple[Value, ...], one: Value) -> tuple[Value, ...] | None:
    """Items without the first that is surely this one; None if there is none such."""
    place = next((n for n, item in enumerate(items) if ops.equal(item, one) is True), None)
    return None if place is None else (*items[:place], *items[place + 1 :])


def list_method(it: Any, ref: Ref, obj: ListObj, name: str, args: list[Value], st: State, site: Any) -> Found:
    if name in ("append", "add") and args:
        items = obj.items if obj.kind == "set" and args[0] in obj.items else (*obj.items, args[0])
        st.heap[ref.id] = ListObj(items[:400], obj.more, obj.kind)
        return [(st, NONE)]
    if name in ("extend", "update", "union") and args:
        return [
            (s, v if isinstance(v, Thrown) else _extended(it, s, ref, v, name == "union"))
            for s, v in it.run_out([(st, args[0])], site)
        ]
    if name in ("pop", "popleft") and (not args or args[0] in (Const(0), Const(-1))):
        if not obj.items and not obj.more:
            return [(st, it.throw(st, "builtins.KeyError" if obj.kind == "set" else "builtins.IndexError", site))]
        first = name == "popleft" or args == [Const(0)]
        unordered = obj.kind == "set" and len(obj.items) > 1
        return [(st, taken(it, st, ref, obj, "least" if unordered else "oldest" if first else "newest", site))]
    if name == "appendleft" and args:
        st.heap[ref.id] = ListObj((args[0], *obj.items), obj.more, obj.kind)
        return [(st, NONE)]
    if name in ("remove", "discard") and len(args) == 1 and (left := _without(obj.items, args[0])) is not None:
        st.heap[ref.id] = ListObj(left, obj.more, obj.kind)
        return [(st, NONE)]
    if name in ("remove", "discard", "sort", "reverse", "clear", "insert"):
        st.heap[ref.id] = ListObj(() if name == "clear" else obj.items, name != "clear", obj.kind)
        return [(st, NONE)]
    if name in ("copy", "difference", "intersection"):
        return [(st, it.alloc(st, ListObj(obj.items, obj.more or name != "copy", obj.kind)))]
    if name in ("issubset", "issuperset", "isdisjoint", "index", "count"):
        return [(st, ops.unknown(f".{name}", ref, *args))]
    return [(st, ops.unknown(f".{name}", ref, *args))]
