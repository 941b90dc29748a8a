"""Builtin functions on collections."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from ..flow import ops
from ..flow.core import Args, Found, Kwargs
from ..flow.generating import MOST, is_generator
from ..flow.laying import laid
from ..flow.spreading import BODY
from ..flow.state import DictObj, ListObj, State
from ..flow.values import (
    NONE,
    Const,
    Ext,
    JsonVal,
    Made,
    Ref,
    Thrown,
    Tup,
    Unk,
    Value,
    key_of,
    parts,
    split,
    tainted,
)
from .builtins import lifted
from .table import model

_EXTREME: Final[dict[str, Callable[[Any], Any]]] = {"min": min, "max": max, "sum": sum}


@model(
    "builtins.list",
    "builtins.set",
    "builtins.frozenset",
    "builtins.tuple",
    "builtins.sorted",
    "builtins.reversed",
    "collections.deque",
)
def collection(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Collections of known items stay known."""
    kind = name.rsplit(".", 1)[-1]
    kind = {"frozenset": "set", "sorted": "list", "reversed": "list", "deque": "list"}.get(kind, kind)
    if not args:
        return [(st, Tup(()) if kind == "tuple" else it.alloc(st, ListObj((), False, kind)))]
    found: Found = []
    for s, value in it.run_out(it.by_part(st, args[0]), site):
        known, more = it.items_of(s, value)
        if isinstance(value, Thrown):
            found.append((s, value))
        elif it.no_items(value):
            found.append((s, it.throw(s, "builtins.TypeError", site)))
        elif known is None and kind != "tuple" and isinstance(value, Unk) and not value.taint:
            # One of them, as a loop goes through them: what is taken out and put back is known again.
            one = Unk(("item", key_of(value), 0))
            found.append((s, it.alloc(s, ListObj((one,), True, kind))))
        elif known is None:
            found.append((s, Unk((kind, key_of(value)), kind, taint=tainted(value))))
        elif kind == "tuple" and not more:
            found.append((s, Tup(tuple(known))))
        else:
            items = tuple(dict.fromkeys(known)) if kind == "set" else tuple(known)
            items = items[::-1] if name.endswith("reversed") else items
            found.append((s, it.alloc(s, ListObj(items, more, kind))))
    return found


@model("collections.defaultdict", "collections.Counter")
def made_dict(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """A dict that makes what is missing; what a Counter is given to count may be in it."""
    if name.endswith("Counter"):
        return [(st, it.alloc(st, DictObj((), bool(args or kwargs), Ext("builtins.int"))))]
    found = dict_(it, st, args[1:], kwargs, site, name)
    for s, ref in found:
        if isinstance(ref, Ref) and args and args[0] != NONE:
            s.heap[ref.id] = replace(it.obj(s, ref), factory=args[0])
    return found


@model("builtins.dict", "collections.OrderedDict", "types.MappingProxyType")
def dict_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Dicts of known items stay known; `dict(body)` is the body."""
    made = DictObj(())
    under = dict(kwargs).get(BODY)
    if args:
        obj = it.obj(st, args[0]) if isinstance(args[0], Ref) else args[0]
        if isinstance(obj, JsonVal) and not kwargs:
            return [(st, obj)]
        if isinstance(obj, (DictObj, JsonVal)):
            made = laid(made, obj)
        else:
            known, open_ = it.items_of(st, args[0])
            pairs = [p for p in known or [] if isinstance(p, Tup) and len(p.items) == 2]
            items = {p.items[0]: p.items[1] for p in pairs}
            made = DictObj(tuple(items.items()), open_ or len(pairs) != len(known or []))
    if isinstance(under, JsonVal):
        made = laid(made, under)
    named = DictObj(tuple((Const(k), v) for k, v in kwargs if v is not under))
    return [(st, it.alloc(st, laid(made, named)))]


@model("builtins.dict.fromkeys")
def from_keys(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`dict.fromkeys(codes, handler)`."""
    known, more = it.items_of(st, args[0]) if args else ([], True)
    value = args[1] if len(args) > 1 else NONE
    return [(st, it.alloc(st, DictObj(tuple((k, value) for k in dict.fromkeys(known or ())), more)))]


@model("builtins.range")
def range_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """A range of known bounds; one that is no whole number is a TypeError."""
    if any(isinstance(a, Const) and isinstance(a.v, str | float | None) for a in args):
        return [(st, it.throw(st, "builtins.TypeError", site))]
    if all(isinstance(a, Const) and isinstance(a.v, int) for a in args) and args:
        try:
            return [(st, Const(range(*(a.v for a in args if isinstance(a, Const)))))]
        except (ValueError, TypeError):
            pass
    return [(st, Made("builtins.range", tuple(args), taint=any(tainted(a) for a in args)))]


@model("builtins.enumerate")
def enumerate_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Pairs of index and item."""
    known, more = _taken(it, st, args[0], site) if args else (None, True)
    start = next((v for k, v in kwargs if k == "start"), args[1] if len(args) > 1 else Const(0))
    if known is None or not isinstance(start, Const):
        return [(st, Made("builtins.enumerate", tuple(args), taint=any(tainted(a) for a in args)))]
    return [(st, it.alloc(st, ListObj(tuple(Tup((Const(start.v + i), v)) for i, v in enumerate(known)), more)))]


@model("builtins.zip")
def zip_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Pairs of known items."""
    found = [_taken(it, st, a, site) for a in args]
    if all(k is None for k, _ in found):
        return [(st, ops.unknown("zip", *args))]
    length = min(len(k) for k, _ in found if k is not None)
    found = [
        (k, m) if k is not None else ([ops.unknown("item", a, Const(i)) for i in range(length)], True)
        for a, (k, m) in zip(args, found, strict=True)
    ]
    return [
        (
            st,
            it.alloc(
                st, ListObj(tuple(Tup(t) for t in zip(*(k for k, _ in found), strict=False)), any(m for _, m in found))
            ),
        )
    ]


@model("builtins.any", "builtins.all")
def any_all(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Over known items, point by point."""
    wanted = name.endswith("any")
    known, more = it.items_of(st, args[0]) if args else (None, True)
    if known is None:
        return [(st, ops.unknown(name, *args, type_="bool"))]
    result: Value = Const(not wanted)
    if more:
        result = Unk(("others", wanted, key_of(args[0])), "bool")
    for item in known:
        truths = split(
            (m, ops.unknown("bool", p) if (t := it.truth_of(st, p)) is None else Const(t))
            for m, p in parts(item, st.mask)
        )
        found: list[tuple[int, Value]] = []
        for m, t in parts(truths, st.mask):
            for inner, before in parts(result, m):
                if (isinstance(before, Const) and before.v is wanted) or (isinstance(t, Const) and t.v is wanted):
                    found.append((inner, Const(wanted)))
                elif isinstance(t, Const):
                    found.append((inner, before))
                else:
                    found.append((inner, t))
        result = split(found)
    return [(st, result)]


@model("builtins.min", "builtins.max", "builtins.sum")
def extreme(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Of known numbers."""
    values = list(args)
    if len(args) == 1:
        known, more = it.items_of(st, args[0])
        if known is None or more or not known:
            return [(st, ops.unknown(name, *args))]
        values = known

    def compute(*found: Value) -> Value:
        if all(isinstance(v, Const) for v in found):
            try:
                return Const(_EXTREME[name.rsplit(".", 1)[-1]](v.v for v in found if isinstance(v, Const)))
            except TypeError:
                raise ops.PyError("TypeError") from None
        return ops.unknown(name, *found)

    return lifted(it, st, values, site, compute)


@model("builtins.map", "builtins.filter")
def map_filter(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Over known items; an unknown iterable has one."""
    keeps = name == "builtins.filter"
    known, more = it.items_of(st, args[1]) if len(args) > 1 else (None, True)
    items = known if known is not None else [Unk(("item", key_of(args[1]) if len(args) > 1 else site, 0))]
    going: list[tuple[State, list[Value]]] = [(st, [])]
    failed: Found = []
    for item in items[:50]:
        keep = it.capture or _itself
        called = [
            (s, done, keep(v) if isinstance(v, Thrown) else v)
            for g, done in going
            for s, v in it.call(args[0], [item], [], g, None, site)
        ]
        failed += [(s, v) for s, _, v in called if isinstance(v, Thrown)]
        going = [(s, [*done, v]) for s, done, v in called if not isinstance(v, Thrown)]
    kept = [
        (s, [i for i, v in zip(items, done, strict=False) if it.truth_of(s, v) is not False] if keeps else done)
        for s, done in going
    ]
    return failed + [(s, it.alloc(s, ListObj(tuple(done), more or known is None))) for s, done in kept]


@model("itertools.groupby")
def group_by(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Pairs of a key and the known items beside each other that have it."""
    known, more = _taken(it, st, args[0], site) if args else (None, True)
    if known is None:
        return [(st, Made(name, tuple(args), tuple(kwargs), taint=any(tainted(a) for a in args)))]
    key = args[1] if len(args) > 1 else next((v for k, v in kwargs if k == "key"), NONE)
    going: list[tuple[State, list[Tup]]] = [(st, [])]
    failed: Found = []
    for item in known[:MOST]:
        called = [
            (part, groups, one)
            for g, groups in going
            for s, found in ([(g, item)] if key == NONE else it.call(key, [item], [], g, None, site))
            for part, one in it.by_part(s, found)
        ]
        failed += [(s, v) for s, _, v in called if isinstance(v, Thrown)]
        going = [(s, _grouped(groups, v, item)) for s, groups, v in called if not isinstance(v, Thrown)]
    pairs = [
        (s, tuple(Tup((g.items[0], it.alloc(s, ListObj(g.items[1:], more)))) for g in groups)) for s, groups in going
    ]
    return failed + [(s, it.alloc(s, ListObj(items, more or len(known) > MOST))) for s, items in pairs]


def _grouped(groups: list[Tup], key: Value, item: Value) -> list[Tup]:
    """Groups, each a key with its items, and one item more."""
    if groups and groups[-1].items[0] == key:
        return [*groups[:-1], Tup((*groups[-1].items, item))]
    return [*groups, Tup((key, item))]


def _itself(thrown: Thrown) -> Value:
    return thrown


def _taken(it: Any, st: State, source: Value, site: Any) -> tuple[list[Value] | None, bool]:
    """The items of a collection, or those of a generator that yields them in one way, asking nobody."""
    if is_generator(source):
        known: list[Value] | None = it.yields(st, source, site)
        return known, known is None
    found: tuple[list[Value] | None, bool] = it.items_of(st, source)
    return found
