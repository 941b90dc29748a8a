"""Comparisons and membership."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final, TypeGuard

from .. import ir
from . import ops
from .bodies import Bodies
from .core import Cx, Found, in_body
from .mappings import HELD
from .state import DictObj, Inst, State
from .texts import WORDS
from .values import (
    NONE,
    TRUE,
    Cls,
    Const,
    Ext,
    Func,
    JsonVal,
    RawVal,
    Ref,
    ReplyVal,
    Split,
    Thrown,
    Unk,
    Value,
    field_of,
    parts,
    split,
)

MARK: Final = Ext("builtins.object")
"""The class of what is equal to itself only."""
UNLIKE: Final = {"==": False, "is": False, "!=": True, "is not": True}


class Comparing(Bodies):
    """Part of the interpreter."""

    def v_compare(self, expr: ir.Compare, st: State, cx: Cx) -> Found:
        if len(expr.ops) == 1:
            op, right = expr.ops[0]
            found: Found = []
            for s, values in self.ev_many([expr.left, right], st, cx):
                if isinstance(values, Thrown):
                    found.append((s, values))
                else:
                    found.extend(self.compared(op, values[0], values[1], s, (cx.module, expr.n)))
            return found
        # A chained comparison is the conjunction of its links.
        left = expr.left
        links: list[ir.Expr] = []
        for op, right in expr.ops:
            links.append(ir.Compare(expr.n, left, [(op, right)]))
            left = right
        chain = links[0]
        for link in links[1:]:
            chain = ir.Bool(expr.n, "and", chain, link)
        return self.ev(chain, st, cx)

    def compared(self, op: str, left: Value, right: Value, st: State, site: Any) -> Found:
        """`left op right` over points, noted as a fact."""
        if op in ("in", "not in"):
            return self.contained(op, left, right, st, site)
        self.look_at_member(left, st)
        left, right = self.plain(st, self.enum_value(st, left, right)), self.plain(st, self.enum_value(st, right, left))
        self.note_comparison(op, left, (right,), st, site)
        self.note_comparison(op, right, (left,), st, site)
        overridden = self.overridden(op, left, right, st, site)
        if overridden is not None:
            return overridden
        kept = _kept_count(left) or _kept_count(right)

        def compare(a: Value, b: Value) -> Value:
            if _is_count(a) and _is_count(b):
                self.bounds |= {a.v, b.v}
            if op in UNLIKE and any(self.is_mark(st, x) and _of_reply(y) for x, y in ((a, b), (b, a))):
                return Const(UNLIKE[op])
            result = ops.compare(op, self.plain(st, a), self.plain(st, b))
            return replace(result, taint=True) if kept and isinstance(result, Unk) else result

        return self.lifted(st, (left, right), compare, site)

    def is_mark(self, st: State, value: Value) -> bool:
        """Whether a value is a mark (`PENDING = object()`), which is equal to itself only."""
        obj = self.obj(st, value) if type(value) is Ref else None
        return isinstance(obj, Inst) and obj.cls == MARK

    def overridden(self, op: str, left: Value, right: Value, st: State, site: Any) -> Found | None:
        """A project class with its own __eq__ is asked."""
        found = self.obj(st, left) if op in ("==", "!=") and isinstance(left, Ref) else None
        if not isinstance(found, Inst) or not isinstance(found.cls, Cls):
            return None
        own = found.cls.info.lookup("__eq__")
        if own is None or not isinstance(own[0], Func):
            return None
        bound = Func(own[0].module, own[0].node, own[0].frame, left, own[1])
        results = self.call(bound, [right], [], st, None, site)
        return results if op == "==" else [(s, _negated(v, s.mask)) for s, v in results]

    def contained(self, op: str, item: Value, box: Value, st: State, site: Any) -> Found:
        """`item in box`."""
        self.look(item, box)
        self.look_at_member(item, st)
        if isinstance(box, Split) and all(isinstance(p, (Const, Unk)) for _, p in box.parts):
            self.note_text(box, st, site)
            return self.lifted(st, (item, box), lambda i, b: _text_in(op, i, b), site)
        found: Found = []
        for s, one in self.by_part(st, box):
            if isinstance(one, Ref) and (own := self.special(s, one, "__contains__")) is not None:
                answers = self.call(own, [item], [], s, None, site)
                found += answers if op == "in" else [(e, _negated(v, e.mask)) for e, v in answers]
                continue
            value = self.contained_in(item, one, s, site)
            if op == "not in":
                value = _negated(value, s.mask)
            found.append((s, value))
        return found

    def contained_in(self, item: Value, box: Value, st: State, site: Any) -> Value:
        """Membership in one container."""
        if isinstance(box, JsonVal):
            return self.key_in_body(item, box, st)
        if isinstance(box, Const) and isinstance(box.v, str):
            self.note_text(box, st, site)
            return split((m, _in_text(p, box)) for m, p in parts(self.enum_value(st, item, box), st.mask))
        if isinstance(box, Const) and isinstance(box.v, range):
            self.note_range(item, box, st, site)
            return split(
                (m, Const(p.v in box.v) if isinstance(p, Const) else ops.unknown("in", p, box))
                for m, p in parts(item, st.mask)
            )
        if isinstance(box, (Unk, RawVal)):
            return self.in_unknown(item, box, st, site)
        obj = self.obj(st, box) if isinstance(box, Ref) else None
        if self.is_flag(st, item):
            return self.flag_in(item, box, st)
        if isinstance(obj, Inst) and HELD in obj.attrs:
            return self.contained_in(item, obj.attrs[HELD], st, site)
        if isinstance(obj, DictObj) and isinstance(obj.rest, JsonVal):
            laid = any(ops.equal(item, k) is True for k, _ in (*obj.items, *obj.below))
            return TRUE if laid else self.key_in_body(item, obj.rest, st)
        if isinstance(box, Cls) and box.info.is_enum():
            items: tuple[Value, ...] = tuple(
                self.obj(st, m).attrs["value"] for m in box.info.attrs.values() if isinstance(m, Ref)
            )
            more = False
        elif isinstance(obj, DictObj):
            items, more = tuple(k for k, _ in obj.items), obj.more
        else:
            known, more = self.items_of(st, box)
            if known is None:
                return ops.unknown("in", item, box, type_="bool")
            items = tuple(known)
        items = tuple(self.enum_value(st, i, item) for i in items)
        item = self.enum_value(st, item, NONE)
        self.note_comparison("in", item, items, st, site)
        return split((m, ops.member(p, items, more)) for m, p in parts(item, st.mask))

    def flag_in(self, item: Value, box: Value, st: State) -> Value:
        """`Do.RETRY in flags`."""
        flags = self.enum_value(st, box, NONE)
        return split((m, _flag_in(p, flags)) for m, p in parts(self.enum_value(st, item, NONE), st.mask))

    def in_unknown(self, item: Value, box: Value, st: State, site: Any) -> Value:
        """`"word" in message`, or membership in something unknown."""
        if (field_of(box) is None or field_of(box) in WORDS) and isinstance(item, Const) and isinstance(item.v, str):
            self.note_text(box, st, site)
        return ops.unknown("in", item, box, type_="bool")


def _negated(value: Value, mask: int) -> Value:
    """`not value`, point by point; what was thrown stays thrown."""
    if isinstance(value, Thrown):
        return value
    return split((m, ops.unary("not", p)) for m, p in parts(value, mask))


def _flag_in(flag: Value, flags: Value) -> Value:
    if isinstance(flag, Const) and isinstance(flags, Const) and type(flag.v) is type(flags.v) is int:
        return Const(flags.v & flag.v == flag.v)
    return ops.unknown("in", flag, flags, type_="bool")


def _text_in(op: str, item: Value, box: Value) -> Value:
    """`item in text` for one text."""
    if isinstance(item, Const) and isinstance(box, Const):
        if not isinstance(box.v, (str, tuple, frozenset, range)):
            raise ops.PyError("TypeError")
        return Const((item.v in box.v) == (op == "in"))
    value = ops.unknown("in", item, box, type_="bool")
    return value if op == "in" else ops.unary("not", value)


def _in_text(part: Value, box: Const) -> Value:
    if isinstance(part, Const):
        return Const(isinstance(part.v, str) and part.v in box.v)
    return ops.unknown("in", part, box, type_="bool")


def _kept_count(value: Value) -> bool:
    """Whether a value was looked up in a Counter or the like: what that holds by now may depend on the replies that
    were counted in it."""
    return (
        isinstance(value, Unk) and isinstance(value.key, tuple) and value.key[:1] == ("item",) and _counts(value.key[1])
    )


def _counts(owner: object) -> bool:
    return isinstance(owner, tuple) and owner[:1] == ("made",) and str(owner[1]).startswith("collections.")


def _of_reply(value: Value) -> bool:
    return in_body(value) or isinstance(value, (JsonVal, RawVal, ReplyVal))


def _is_count(value: Value) -> TypeGuard[Const]:
    """Whether a value is a number that is of no reply."""
    return isinstance(value, Const) and type(value.v) is int and value.field is None
