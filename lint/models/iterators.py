"""Iterators: what `iter` makes of a collection, and what `next` takes of it one by one."""

from __future__ import annotations

from typing import Any, Final

from ..flow import ops
from ..flow.core import Args, Found, Kwargs
from ..flow.generating import MOST
from ..flow.iterating import STOPS
from ..flow.state import ListObj, State
from ..flow.values import ABSENT, Const, Ext, Made, Native, Ref, Thrown, Unk, Value, tainted
from .table import model

EMPTY: Final = {f"builtins.{kind.__name__}": kind for kind in (int, float, str, bool)}


@model("builtins.iter")
def iter_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """An iterator over known items, which `next` uses up; anything else is what it was."""
    if len(args) == 2 and isinstance(args[0], Ext) and args[0].name in EMPTY:
        return _called_until(it, st, args[0], args[1], site)
    found: Found = []
    for s, one in it.by_part(st, args[0] if args else Const(None)):
        own = it.special(s, one, "__iter__") if isinstance(one, Ref) and len(args) == 1 else None
        if own is not None:
            found += it.call(own, [], [], s, None, site)
            continue
        known, more = it.items_of(s, one) if len(args) == 1 else (None, True)
        items = None if known is None or more or len(known) > MOST else ListObj(tuple(known), False, "iterator")
        found.append((s, one if items is None else it.alloc(s, items)))
    return found


def _called_until(it: Any, st: State, func: Ext, last: Value, site: Any) -> Found:
    """`iter(int, 1)`: a type that is called without arguments gives the same each time, so that it never ends, or ends
    at once."""
    value = Const(EMPTY[func.name]())
    same = ops.equal(value, last)
    if same is None:
        return [(st, Unk(("iter", func, it.fresh())))]
    return [(st, it.alloc(st, ListObj((), kind="iterator")) if same else Made("itertools.repeat", (value,)))]


@model("builtins.next", "builtins.anext")
def next_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`next((x for x in … if …), default)` over known items."""
    known, more = it.items_of(st, args[0]) if args else (None, True)
    if args and isinstance(args[0], Made) and args[0].name == "generator":
        return _next_of(it, st, args[0], args[1:], site)
    first = args[0] if args else None
    if isinstance(first, Ref) and (own := it.next_of(st, first)) is not None:
        return _next_own(it, st, own, args[1:], site)
    obj = it.obj(st, first) if isinstance(first, Ref) else None
    if isinstance(first, Ref) and isinstance(obj, ListObj) and obj.items:
        # Whatever kind a model gave it (`map` gives a list): `next` takes iterators only, and each item once.
        st.heap[first.id] = ListObj(obj.items[1:], obj.more, obj.kind)
    if known:
        return [(st, known[0])]
    if known is not None and not more and len(args) > 1:
        return [(st, args[1])]
    if known is not None and not more:
        return [(st, it.throw(st, "builtins.StopIteration", site))]
    return [(st, Unk(("next", site, it.fresh()), taint=any(tainted(a) for a in args)))]


def _next_own(it: Any, st: State, own: Value, default: Args, site: Any) -> Found:
    """The next value of an iterator of the project's own, or the default where that says that it is at its end."""
    return [
        (s, default[0] if default and isinstance(v, Thrown) and it.catches(s, v.exc, STOPS) else v)
        for s, v in it.call(own, [], [], st, None, site)
    ]


def _next_of(it: Any, st: State, made: Made, default: Args, site: Any) -> Found:
    """The next value of a generator, where all that it yields is known; how many were taken is kept in its frame."""
    native = made.args[0]
    frame = native.key[1] if isinstance(native, Native) else -1
    taken = st.get(frame, "<taken>")
    number = taken.v if isinstance(taken, Const) else 0
    values, end = it.tried(st, made, site)
    value = _of_turn(values, end, number)
    if value is None:
        it.facts.unresolved.setdefault(site, "what this generator gives when it goes on")
        return [(st, Unk(("next", site, it.fresh()), taint=tainted(made)))]
    st.set(frame, "<taken>", Const(number + 1))
    if value is not ABSENT and not isinstance(value, Thrown):
        return [(st, value)]
    if isinstance(value, Thrown) and isinstance(value.exc, Made) and isinstance(value.exc.args[0], Const):
        return [(st, it.throw(st, value.exc.name, value.exc.args[0].v))]
    return [(st, default[0] if default else it.throw(st, "builtins.StopIteration", site))]


def _of_turn(values: list[Value], end: Value | None, number: int) -> Value | None:
    """What a generator gives when so many of its values were taken: one more, what fails in it, ABSENT at its end;
    None where it isn't known."""
    if end is None:
        return None
    if number < len(values):
        return values[number]
    if end is ABSENT:
        same = len(values) > 1 and isinstance(values[0], Const) and all(v == values[0] for v in values)
        return values[0] if same else None
    return end if isinstance(end, Thrown) and number == len(values) else ABSENT
