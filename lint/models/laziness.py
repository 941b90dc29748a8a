"""itertools, as far as loops lean on it: known items are given once each, and what ends is no endless loop."""

from __future__ import annotations

from itertools import islice as sliced
from typing import Any, Final

from ..flow.core import Args, Found, Kwargs
from ..flow.state import ListObj, State
from ..flow.values import NONE, Const, Made, Unk, Value, key_of, tainted
from .table import model

MOST: Final = 400


@model("itertools.repeat")
def repeat(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`repeat(x, 3)`; without a number it never ends."""
    times = args[1] if len(args) > 1 else dict(kwargs).get("times")
    if times is None and args:
        return [(st, Made(name, (args[0],)))]
    if isinstance(times, Const) and isinstance(times.v, int) and args:
        return [(st, it.alloc(st, ListObj((args[0],) * max(0, min(times.v, MOST)), kind="iterator")))]
    return [(st, Made("builtins.range", (times or NONE,)))]  # so many turns, whatever they give


@model("itertools.islice")
def islice(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The first items of a collection, or of a count or a repetition that never ends."""
    bounds = [a.v for a in args[1:] if isinstance(a, Const)]
    first = _first(it, st, args[0]) if args else None
    if len(bounds) != len(args) - 1 or not bounds or bounds[-1 if len(bounds) < 3 else 1] is None:
        return [(st, Made("builtins.range", tuple(args[-1:])))]
    if first is None:
        source = key_of(args[0])
        first = [Unk(("item", source, n), taint=tainted(args[0])) for n in range(MOST)]  # so many, whatever they are
    return [(st, it.alloc(st, ListObj(tuple(sliced(first, *bounds)), kind="iterator")))]


def _first(it: Any, st: State, source: Value) -> list[Value] | None:
    """The known items of a source, the first of them if it never ends."""
    match source:
        case Made("itertools.count"):
            start, step = (source.get(0, "start") or Const(0)), (source.get(1, "step") or Const(1))
            if isinstance(start, Const) and isinstance(step, Const):
                return [Const(start.v + step.v * n) for n in range(MOST)]
        case Made("itertools.repeat", (value,)):
            return [value] * MOST
    known, more = it.items_of(st, source)
    return None if more else known


@model("itertools.chain")
def chain(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """One collection after the other; with an endless one among them it is not known how many items there are."""
    items: list[Value] = []
    for source in args:
        first = _first(it, st, source)
        if first is None or isinstance(source, Made):
            return [(st, Made(name, tuple(args)))]
        items += first
    return [(st, it.alloc(st, ListObj(tuple(items[:MOST]), kind="iterator")))]
