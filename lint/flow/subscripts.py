"""Subscripts and slices."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from .. import ir
from . import ops
from .attributes import Attributes
from .core import Cx, Found
from .mappings import HELD
from .state import DictObj, Inst, ListObj, State
from .values import (
    ABSENT,
    NONE,
    Cls,
    Const,
    Ext,
    Func,
    JsonVal,
    Made,
    Method,
    RawVal,
    Ref,
    Thrown,
    Tup,
    Unk,
    Value,
    field_of,
    key_of,
    narrow,
    parts,
    tainted,
)

CALLEES: Final = 4
"""The most callables of a table that are each followed where nothing tells which one is meant."""


class Subscripts(Attributes):
    """Part of the interpreter."""

    def v_sub(self, expr: ir.Sub, st: State, cx: Cx) -> Found:
        if isinstance(expr.index, ir.Slice):
            return self.sliced(expr, st, cx)
        found: Found = []
        for s, values in self.ev_many([expr.value, expr.index], st, cx):
            if isinstance(values, Thrown):
                found.append((s, values))
            else:
                found.extend(self.item(s, values[0], values[1], (cx.module, expr.n)))
        return found

    def sliced(self, expr: ir.Sub, st: State, cx: Cx) -> Found:
        """`text[:2]`, `items[1:]`."""
        assert isinstance(expr.index, ir.Slice)
        bounds = [expr.index.lower, expr.index.upper, expr.index.step]
        wanted = [expr.value, *(b for b in bounds if b is not None)]
        found: Found = []
        for s, values in self.ev_many(wanted, st, cx):
            if isinstance(values, Thrown):
                found.append((s, values))
                continue
            rest = iter(values[1:])
            limits = tuple(next(rest) if b is not None else NONE for b in bounds)
            if isinstance(values[0], Ref):
                known, more = self.items_of(s, values[0])
                if known is not None and not more and all(isinstance(x, Const) for x in limits):
                    cut = slice(*(x.v for x in limits if isinstance(x, Const)))
                    found.append((s, self.alloc(s, ListObj(tuple(known[cut])))))
                else:
                    found.append((s, ops.unknown("slice", values[0], *limits)))
            else:
                found.extend(self.lifted(s, (values[0], *limits), _slice, (cx.module, expr.n)))
        return found

    def item(self, st: State, owner: Value, key: Value, site: Any, default: Value | None = None) -> Found:
        """`owner[key]`; with a default, what `.get` gives. A missing key is a KeyError, noted as a miss."""
        found: Found = []
        for s, one in self.by_part(st, owner):
            found.extend(self.item_of(s, one, key, site, default))
        return found

    def item_or_made(self, st: State, held: Value, key: Value, site: Any, missing: Value) -> Found:
        """`table[key]` of a dict with a `__missing__` of its own, which is asked for the keys that aren't there."""
        found: Found = []
        for s, value in self.item(st, held, key, site, ABSENT):
            for end, one in self.by_part(s, value):
                found += self.call(missing, [key], [], end, None, site) if one is ABSENT else [(end, one)]
        return found

    def item_of(self, st: State, owner: Value, key: Value, site: Any, default: Value | None) -> Found:
        """One container."""
        if isinstance(owner, JsonVal):
            return self.body_item(st, owner, key, site, default)
        obj = self.obj(st, owner) if isinstance(owner, Ref) else None
        if isinstance(obj, DictObj) and obj.factory is not None and default is None:
            return self.made_item(st, owner, obj, key, site)
        if isinstance(obj, DictObj):
            if not obj.items and default is None and isinstance(owner, Ref) and owner.id in self.globals.heap:
                obj = replace(obj, more=True)  # a module has an empty one so that somebody fills it
            return self.dict_item(st, obj, key, site, default)
        if isinstance(obj, Inst) and isinstance(obj.cls, Cls):
            if (own := obj.cls.info.lookup("__getitem__")) and isinstance(own[0], Func):
                return self.call(self.bind(own[0], owner, own[1]), [key], [], st, None, site)
            if HELD in obj.attrs:
                missing = self.special(st, owner, "__missing__") if isinstance(owner, Ref) and default is None else None
                if missing is not None:
                    return self.item_or_made(st, obj.attrs[HELD], key, site, missing)
                return self.item(st, obj.attrs[HELD], key, site, default)
            taint = bool(st.sent) and self.carries(st, owner)
            return [(st, Unk(("item", key_of(owner), key_of(key)), taint=taint or tainted(key)))]
        if isinstance(owner, Cls):
            return self.class_item(st, owner, key, site)
        known, more = self.items_of(st, owner)
        if known is not None and not (isinstance(obj, ListObj) and obj.kind == "set"):
            more = more or (isinstance(obj, ListObj) and obj.kind == "given")
            return self.lifted(st, (key,), lambda k: _index(known, more, k, owner), site)
        if isinstance(owner, Const):
            return self.lifted(st, (owner, key), _const_item, site)
        if isinstance(owner, Unk) and isinstance(key, Const):
            inside = self.inside(owner, key.v, st, site)
            if owner.type == "str" and isinstance(key.v, str):
                return [(st, self.throw(st, "builtins.TypeError", site))]
            if inside is not None:
                return [(st, inside)]
        if isinstance(owner, Ext) and not _keeps(owner, key):
            return [(st, _annotation(owner, key.items if isinstance(key, Tup) else (key,)))]
        return [(st, ops.unknown("item", owner, key))]

    def class_item(self, st: State, owner: Cls, key: Value, site: Any) -> Found:
        """`Enum["NAME"]`; a subscripted generic is the class itself."""
        if not owner.info.is_enum():
            return [(st, owner)]
        members = {k: v for k, v in owner.info.attrs.items() if isinstance(v, Ref)}

        def pick(k: Value) -> Value:
            if not isinstance(k, Const):
                return ops.unknown("member", owner, k)
            if k.v not in members:
                raise ops.PyError("KeyError")
            return members[k.v]

        return self.lifted(st, (key,), pick, site)

    def made_item(self, st: State, owner: Value, obj: DictObj, key: Value, site: Any) -> Found:
        """A lookup in a defaultdict, which makes what is missing and keeps it."""
        found: Found = []
        for s, one in self.by_part(st, key):
            for part, value in self.dict_item(s, obj, one, site, ABSENT):
                if value is not ABSENT:
                    found.append((part, value))
                    continue
                for end, made in self.call(obj.factory or NONE, [], [], part, None, site):
                    if not isinstance(made, Thrown):
                        self.set_item(end, owner, one, made, site)
                    found.append((end, made))
        return found

    def laid_over(self, st: State, obj: DictObj, rest: Value, key: Value, site: Any, default: Value | None) -> Found:
        """A lookup among items that were laid over a body, in the body, and among those that it was laid over."""
        found: Found = []
        for s, one in self.by_part(st, key):
            below = next((v for k, v in obj.below if ops.equal(one, k) is True), None)
            same = [v for k, v in obj.items if ops.equal(one, k) is True]
            if same:
                found.append((s, narrow(same[-1], s.mask)))
            else:
                found.extend(self.item(s, rest, one, site, default if below is None else narrow(below, s.mask)))
        return found

    def dict_item(self, st: State, obj: DictObj, key: Value, site: Any, default: Value | None) -> Found:
        """A lookup in a dict of known keys, point by point; what isn't there may be in the body below it."""
        if obj.rest is not None:
            return self.laid_over(st, obj, obj.rest, key, site, default)
        table = [(self.enum_value(st, k, NONE), v) for k, v in obj.items]
        key = self.enum_value(st, key, NONE)
        self.note_comparison("in", key, tuple(k for k, _ in table), st, site)
        if default is None and not obj.more and _picks_callee(key, table):
            return self.each_callee(st, key, table, site)

        def pick(k: Value) -> Value:
            unsure = obj.more
            for candidate, value in reversed(table):
                same = ops.equal(k, candidate)
                if same is True:
                    return value
                unsure = unsure or same is None
            if unsure:
                return Unk(("lookup", site, key_of(k)), taint=tainted(k) or field_of(k) in ops.FIELDS)
            if default is not None:
                return default
            if obj.given is not None:
                return ops.unknown("item", obj.given, k)
            raise ops.PyError("KeyError")

        if default is not None and field_of(key) is not None:
            listed = [(m, any(ops.equal(k, c) for c, _ in table)) for m, k in parts(key, st.mask)]
            for answer in (True, False):
                mask = sum(m for m, hit in listed if hit is answer)
                if mask:
                    st.note("branch", site, "case" if answer else "false", mask)
        found = self.lifted(st, (key,), pick, site)
        # A value found in the table may itself depend on the point.
        return [(s, narrow(v, s.mask)) for s, v in found]

    def each_callee(self, st: State, key: Value, table: list[tuple[Value, Value]], site: Any) -> Found:
        """A lookup of what is called by a key of which nothing is known: each of them, as by `if` and `elif`. Whoever
        gives the key gives one that is there."""
        found: Found = []
        for candidate, callee in table[:-1]:
            answers = self.choose(st, ops.compare("==", key, candidate), site)
            found += [(s, callee) for s, answer in answers if answer]
            rest = [s for s, answer in answers if not answer]
            if not rest:
                return found
            st = rest[0]
        return [*found, (st, table[-1][1])]


def _picks_callee(key: Value, table: list[tuple[Value, Value]]) -> bool:
    """Whether a lookup in a small table gives one of several callables of a library, and nothing tells which. Those of
    the project are followed by themselves."""
    whose = key.recv if isinstance(key, Method) else key  # an attribute of what a library made (`urlsplit(url).scheme`)
    plain = isinstance(whose, (Unk, Made)) and field_of(whose) is None and not tainted(whose)
    return plain and 2 <= len(table) <= CALLEES and all(isinstance(v, Ext) for _, v in table)


def _keeps(owner: Ext, key: Value) -> bool:
    """Whether an outside name stands for something that is looked up in, not for a type: `os.environ["KEY"]`,
    `current_app.extensions["bank"]`."""
    last = owner.name.rpartition(".")[2]
    named = isinstance(key, Const) and isinstance(key.v, str)
    return last == "environ" or (named and last.islower() and not owner.name.startswith(("builtins.", "collections.")))


def _annotation(outer: Ext, items: tuple[Value, ...]) -> Value:
    """`Literal["OK"]`, `Union[A, B]` as `A | B`, `Annotated[A, …]` as A; of others what they are, not of what."""
    match outer.name.rpartition(".")[2]:
        case "Literal":
            return Made("typing.Literal", items)
        case "Union":
            return Tup(items)
        case "Annotated":
            return items[0]
        case "Optional":
            return Tup((*items, NONE))
    return outer


def _slice(value: Value, lower: Value, upper: Value, step: Value) -> Value:
    plain = isinstance(value, Tup | RawVal) or ops.is_a(value, str)
    if plain and any(isinstance(x, Const) and isinstance(x.v, str | float) for x in (lower, upper, step)):
        raise ops.PyError("TypeError")
    if isinstance(value, Tup) and all(isinstance(x, Const) for x in (lower, upper, step)):
        return Tup(value.items[slice(lower.v, upper.v, step.v)])  # type: ignore[attr-defined]  # checked above
    if all(isinstance(x, Const) for x in (value, lower, upper, step)):
        return Const(ops.subscript_const(value.v, slice(lower.v, upper.v, step.v)), field_of(value))  # type: ignore[attr-defined]  # all are Const
    return ops.unknown("slice", value, lower, upper, step)


def _index(known: list[Value], more: bool, key: Value, owner: Value) -> Value:
    if isinstance(key, Const) and isinstance(key.v, (int, bool)):
        if -len(known) <= key.v < len(known) and not (more and key.v < 0):
            return known[key.v]
        if not more:
            raise ops.PyError("IndexError")
        return ops.unknown("item", owner, key)
    if isinstance(key, Unk) and known and not more and all(v == known[0] for v in known):
        return known[0]
    return ops.unknown("item", owner, key)


def _const_item(owner: Value, key: Value) -> Value:
    if isinstance(owner, Const) and isinstance(key, Const):
        if owner.v is None:
            raise ops.PyError("TypeError")
        return Const(ops.subscript_const(owner.v, key.v), owner.field)
    return ops.unknown("item", owner, key)
