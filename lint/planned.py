"""Resends that are left to a later run: what a store gives as due is sent, and what is refused is put back with a time
from now on. The same entry point, run again, then sends the same request.

One path tells all of it: the request is made of an item of what a store gave when it was asked with the time, and that
item goes back into the store with a time that is a known while later. A store is something outside, or a collection
that an object of the project's holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NamedTuple

from . import sql
from .flow.interp import Interp
from .flow.state import EPOCH, DictObj, Effect, Inst, ListObj, State
from .flow.values import Cls, Const, Made, Method, Ref, Split, Tup, Value, key_of, parts

CLOCKS: Final = re.compile(r"(?:^|\.)(?:now|utcnow|today|time|monotonic|perf_counter|time_ns)$")
DEPTH: Final = 24


class Asked(NamedTuple):
    """What a store was asked for. store: its identity. arguments: identities of what it was given. item: of one of
    what it gave."""

    store: Any
    arguments: tuple[Any, ...]
    item: Any


def put_back(it: Interp, st: State, request: Any) -> list[tuple[int, float]]:
    """The points that a path puts back after its last reply, and in how many seconds they are due. request: its
    identity."""
    found: dict[int, float] = {}
    for back in (*_told(it, st, request), *_held(it, st, request)):
        if any(back.item in (key, *_inside(key)) for value in back.values for key in _keys(it, st, value, 0)):
            for bits, seconds in _whiles(it, st, back.due, back.mask, 0):
                found[bits] = max(seconds, found.get(bits, 0.0))
    return list(found.items())


def left_due(st: State, request: Any) -> bool:
    """Whether a path leaves what a store gave as due for the next run, which asks for it again. request: its
    identity."""
    stores = [one.store for one in _asked(request) if _of_the_time(one)]
    told = [e for e in st.effects if e.owner is not None and _owner(e.owner) in stores and e.values]
    return bool(stores) and all(any(_reads(v) for v in effect.values) for effect in told)


def _reads(value: Value) -> bool:
    return isinstance(value, Const) and isinstance(value.v, str) and sql.READS.match(value.v) is not None


class Back(NamedTuple):
    """What was put back. item: the identity of what had been taken. due: the values that may say when it is due."""

    values: Sequence[Value]
    item: Any
    due: Sequence[Value]
    mask: int


def _told(it: Interp, st: State, request: Any) -> Iterator[Back]:
    """What outside stores were told after the reply."""
    asked = [a for a in _asked(request) if _of_the_time(a)]
    for effect in st.effects if asked else ():
        for one in asked:
            if effect.owner is None or _owner(effect.owner) != one.store:
                continue
            text = next((v.v for v in effect.values if isinstance(v, Const) and _is_sql(v.v)), None)
            if (text is None) != (_sql(one.arguments) is None):
                continue
            if text is not None:
                yield from _row(it, st, one, text, effect)
            elif not _marked(it, st, effect.values):
                yield Back(effect.values, one.item, effect.values, st.mask)


def _held(it: Interp, st: State, request: Any) -> Iterator[Back]:
    """What an object's own collections hold by now."""
    for part in _inside(request):
        match part:
            case (("held", Ref() as collection, _), _):
                kept = [v for v in _parts(it, st, collection) if key_of(v) != part and not _marked(it, st, (v,))]
                yield from (Back((value,), part, (value,), st.mask) for value in kept)


# --- what the request is made of


def _asked(key: Any) -> Iterator[Asked]:
    """The items of collections that somebody gave, anywhere in an identity."""
    for part in _inside(key):
        if part[:1] == ("item",) and len(part) == 3 and isinstance(part[1], tuple) and part[1][:1] == ("call",):
            store, arguments = _chain(part[1])
            if store is not None:
                yield Asked(store, arguments, part)


def _chain(call: Any) -> tuple[Any, tuple[Any, ...]]:
    """`db.execute(sql, (now,)).fetchall()` → the identity of `db`, and all that its methods were given."""
    arguments: tuple[Any, ...] = ()
    while isinstance(call, tuple) and call[:1] == ("call",) and len(call) == 5:
        arguments = (*call[2], *(v for _, v in call[3]), *arguments)
        call = _owner(call[1])
    return call, arguments


def _owner(method: Any) -> Any:
    if isinstance(method, Method):
        return key_of(method.recv)
    return method[1] if isinstance(method, tuple) and method[:1] == ("attr",) else None


def _of_the_time(asked: Asked) -> bool:
    """Whether a store was asked with the time: of a clock, or of what one calls without saying more."""
    text = _sql(asked.arguments)
    if text is not None:
        return sql.query(text) is not None
    return any(_is_clock(part) for argument in asked.arguments for part in (argument, *_inside(argument)))


def _moment(key: Any) -> float | None:
    """The seconds of a known time by the path's clock."""
    match key:
        case ("const", "float", float() as seconds) if seconds >= EPOCH:
            return seconds
        case ("const", "datetime", datetime() as date):
            return (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp()
    return None


def _is_clock(key: Any) -> bool:
    if _moment(key) is not None:
        return True
    match key:
        case ("made", str(name), *_):
            return CLOCKS.search(name) is not None
        case ("call", ("param" | "attr", *_), (), (), _):
            return True
    return False


# --- what is put back


def _row(it: Interp, st: State, asked: Asked, text: str, effect: Effect) -> Iterator[Back]:
    """A row that was changed so that it is given again once it is due."""
    query, change = sql.query(_sql(asked.arguments) or ""), sql.change(text)
    if query is None or change is None or not query.finds_again(change):
        return
    given = next((_parts(it, st, v) for v in effect.values if not isinstance(v, Const)), [])
    if len(given) < len(change.given):
        return
    mask = st.mask
    for n, allowed in query.asks(change).items():
        mask &= sum(m for m, part in parts(given[n], mask) if isinstance(part, Const) and str(part.v) in allowed)
    if mask:
        yield Back(given, asked.item, [v for v, c in zip(given, change.given, strict=False) if c in query.due], mask)


def _sql(arguments: tuple[Any, ...]) -> str | None:
    """The SQL among identities, None where there is none."""
    return next((a[2] for a in arguments if isinstance(a, tuple) and a[:2] == ("const", "str") and _is_sql(a[2])), None)


def _is_sql(text: object) -> bool:
    return isinstance(text, str) and sql.STATEMENT.match(text) is not None


def _marked(it: Interp, st: State, values: Sequence[Value], depth: int = 0) -> bool:
    """Whether what is put back bears a word or a flag of the program's own, which may keep it from being sent again."""
    for value in values if depth < 4 else ():
        obj = it.obj(st, value) if isinstance(value, Ref) else None
        if isinstance(obj, Inst) and isinstance(obj.cls, Cls) and obj.cls.info.is_enum():
            return True
        if isinstance(value, Const) and isinstance(value.v, (str, bool)) and value.field is None:
            return True
        if _marked(it, st, _parts(it, st, value), depth + 1):
            return True
    return False


def _keys(it: Interp, st: State, value: Value, depth: int) -> Iterator[Any]:
    """The identities of what a value holds."""
    for inner in _parts(it, st, value) if depth < 4 else ():
        yield from _keys(it, st, inner, depth + 1)
    if not isinstance(value, (Ref, Tup, Split)):
        yield key_of(value)


def _parts(it: Interp, st: State, value: Value) -> list[Value]:
    if isinstance(value, Split):
        return [v for _, v in value.parts]
    if isinstance(value, Tup):
        return list(value.items)
    match it.obj(st, value) if isinstance(value, Ref) else None:
        case Inst(attrs=attrs):
            return list(attrs.values())
        case ListObj(items):
            return list(items)
        case DictObj(pairs):
            return [v for _, v in pairs]
    return []


def _whiles(it: Interp, st: State, values: Any, mask: int, depth: int) -> Iterator[tuple[int, float]]:
    """The known whiles, in seconds, that are added to a time somewhere in values, with their points."""
    for value in values:
        for bits, part in parts(value, mask) if isinstance(value, Split) else [(mask, value)]:
            if depth < 4:
                yield from _whiles(it, st, _parts(it, st, part), bits, depth + 1)
            if not isinstance(part, (Ref, Tup, Split)):
                key = key_of(part)
                yield from (f for k in (key, *_inside(key, ("item",))) for f in _later(k, bits))
                # A known time to which something unknown is added is not the one that counts.
                known = [m for k in (key, *_inside(key, ("item", "+", "-"))) if (m := _moment(k)) is not None]
                yield from ((bits, moment - EPOCH - st.sent[-1].clock) for moment in known)


def _later(key: Any, mask: int) -> Iterator[tuple[int, float]]:
    """Seconds of `now + while`, with their points."""
    match key:
        case ("+", one, other) | ("made", "operator.+", (one, other), _, _):
            for moment, span in ((one, other), (other, one)):
                for bits, part in _split(span, mask):
                    match part:
                        case ("const", _, timedelta() as known):
                            yield bits, known.total_seconds()
                        case ("const", "int" | "float", seconds) if _is_clock(_chain(moment)[0]):
                            yield bits, float(seconds)


def _split(key: Any, mask: int) -> list[tuple[int, Any]]:
    """The parts of an identity that depends on the point."""
    match key:
        case ("split", found):
            return [(part & mask, inner) for part, inner in found if part & mask]
    return [(mask, key)]


def _inside(key: Any, apart: tuple[str, ...] = ()) -> list[tuple[Any, ...]]:
    """The identities that one is made of, outer ones first; not those of the reply, which lead to the request again,
    nor those that begin with a word of `apart`."""
    left = tuple((word,) for word in ("target", "ok", *apart))
    found: list[tuple[Any, ...]] = []
    todo: list[tuple[Any, int]] = [(key, 0)]
    while todo:
        one, depth = todo.pop()
        if isinstance(one, (Method, Made)):
            one = ("made", key_of(one.recv if isinstance(one, Method) else one))
        elif depth:
            found.append(one)
        if isinstance(one, tuple) and depth <= DEPTH and one[:1] not in left:
            inner = [
                p for p in one if isinstance(p, (tuple, Method, Made)) and not (type(p) is tuple and p[:1] in left)
            ]
            todo += [(part, depth + 1) for part in reversed(inner)]
    return found
