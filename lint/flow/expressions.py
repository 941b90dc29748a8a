"""Expressions: each takes a state and gives (state, value) pairs; a value that is Thrown raised instead."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from .. import ir
from . import ops
from .choosing import Choosing
from .comparing import Comparing
from .comprehensions import Comprehensions
from .core import Cx, Found
from .futures import unwrapped
from .laying import laid, unknown_items
from .merging import Merging
from .state import DictObj, Inst, ListObj, State
from .subscripts import Subscripts
from .texts import formatted
from .unbound import BUILTINS, given_by_branches
from .values import (
    NONE,
    Cls,
    Const,
    Ext,
    JsonVal,
    Lam,
    Made,
    Ref,
    Thrown,
    Tup,
    Unk,
    Value,
    Wrapped,
    key_of,
    parts,
    split,
    tainted,
)

DUNDERS: Final = {
    "+": "__add__", "-": "__sub__", "*": "__mul__", "/": "__truediv__", "//": "__floordiv__", "%": "__mod__",
    "**": "__pow__", "@": "__matmul__", "|": "__or__", "&": "__and__", "^": "__xor__", "<<": "__lshift__",
    ">>": "__rshift__",
}  # fmt: skip
"""The method by which an object of the project answers for an operator."""


class Expressions(Choosing, Comprehensions, Subscripts, Comparing, Merging):
    """Part of the interpreter."""

    def ev(self, expr: ir.Expr, st: State, cx: Cx) -> Found:
        """Evaluate an expression."""
        method = self.evaluate[type(expr)]
        if method is None:
            return [(st, Unk(("expr", cx.module, expr.n)))]
        found: Found = method(self, expr, st, cx)
        return found

    def ev_many(self, exprs: list[ir.Expr], st: State, cx: Cx) -> list[tuple[State, Any]]:
        """Evaluate in order → (state, list of values), or (state, Thrown)."""
        going: list[tuple[State, Any]] = [(st, [])]
        for expr in exprs:
            after: list[tuple[State, Any]] = []
            for state, done in going:
                if type(done) is Thrown:
                    after.append((state, done))
                    continue
                for s, value in self.ev(expr, state, cx):
                    if type(value) is Thrown and self.capture is not None:
                        value = self.capture(value)
                        if isinstance(expr, ir.Star):
                            value = self.alloc(s, ListObj((value,), True))
                    after.append((s, value if type(value) is Thrown else [*done, value]))
            going = after
        return going

    def v_const(self, expr: ir.Const, st: State, cx: Cx) -> Found:
        return [(st, Const(expr.value))]

    def v_name(self, expr: ir.Name, st: State, cx: Cx) -> Found:
        value = self.lookup(expr.id, st, cx)
        if type(value) is Ext and expr.id not in BUILTINS and self.unbound(expr.id, value, st, cx):
            return [(st, self.throw(st, "builtins.UnboundLocalError", (cx.module, expr.n)))]
        return [(st, value)]

    def unbound(self, name: str, found: Ext, st: State, cx: Cx) -> bool:
        """Whether a path that didn't part at anything unknown reads a variable that it gave no value."""
        if cx.func is None or st.forks or found.name != f"builtins.{name}":
            return False
        known = self.branched.get(id(cx.func))
        if known is None:
            known = self.branched[id(cx.func)] = given_by_branches(cx.func)
        return name in known

    def v_walrus(self, expr: ir.Walrus, st: State, cx: Cx) -> Found:
        found = self.ev(expr.value, st, cx)
        for s, value in found:
            if not isinstance(value, Thrown):
                self.assign(expr.target, value, s, cx)
        return found

    def v_await(self, expr: ir.Await, st: State, cx: Cx) -> Found:
        return [(s, unwrapped(v)) for s, v in self.ev(expr.value, st, cx)]

    def v_star(self, expr: ir.Star, st: State, cx: Cx) -> Found:
        return self.run_out(self.ev(expr.value, st, cx), (cx.module, expr.n))

    def v_yield(self, expr: ir.Yield, st: State, cx: Cx) -> Found:
        given, whole = (expr.value.value, True) if isinstance(expr.value, ir.Star) else (expr.value, False)
        values = self.ev(given, st, cx) if given is not None else [(st, NONE)]
        results: Found = []
        for s, value in values:
            if isinstance(value, Thrown) or cx.on_yield is None:
                results.append((s, value if isinstance(value, Thrown) else NONE))
            elif whole:
                results += [
                    r
                    for part, one in self.by_part(s, value)
                    for r in self.yield_from(one, part, cx, (cx.module, expr.n))
                ]
            else:
                results.extend(cx.on_yield(s, value))
        return results

    def v_lambda(self, expr: ir.Lambda, st: State, cx: Cx) -> Found:
        return [(st, Lam(cx.module, expr, self.enclosing(cx.frame)))]

    def v_f_str(self, expr: ir.FStr, st: State, cx: Cx) -> Found:
        found: Found = []
        for s, values in self.ev_many(expr.parts, st, cx):
            if isinstance(values, Thrown):
                found.append((s, values))
            else:
                site = (cx.module, expr.n)
                found.extend(self.lifted(s, self.in_words(s, values, site), formatted, site))
        return found

    def v_seq(self, expr: ir.Seq, st: State, cx: Cx) -> Found:
        found: Found = []
        for s, values in self.ev_many(expr.items, st, cx):
            if isinstance(values, Thrown):
                found.append((s, values))
                continue
            items: list[Value] = []
            more = False
            for item, value in zip(expr.items, values, strict=True):
                if isinstance(item, ir.Star):
                    known, open_ = self.items_of(s, value)
                    items.extend(_keys_of(s, value) if known is None else known)
                    more = more or open_ or known is None
                else:
                    items.append(value)
            if expr.kind == "tuple" and not more:
                found.append((s, Tup(tuple(items))))
            else:
                found.append((s, self.alloc(s, ListObj(tuple(items), more, expr.kind))))
        return found

    def v_dict(self, expr: ir.Dict, st: State, cx: Cx) -> Found:
        flat = [e for key, value in expr.items for e in ((value,) if key is None else (key, value))]
        found: Found = []
        for s, values in self.ev_many(flat, st, cx):
            if isinstance(values, Thrown):
                found.append((s, values))
                continue
            if len(flat) == 2 * len(expr.items):
                made = DictObj(tuple(dict(zip(values[::2], values[1::2], strict=True)).items()))
            else:
                made = self.spread_out(expr, values, s)
            found.append((s, self.alloc(s, made)))
        return found

    def spread_out(self, expr: ir.Dict, values: list[Value], st: State) -> DictObj:
        """A dict among whose items there are others': `{**defaults, "page": 1}`."""
        made = DictObj(())
        rest = iter(values)
        for key, _ in expr.items:
            given = next(rest)
            inner = self.obj(st, given) if isinstance(given, Ref) else given
            if key is not None:
                made = laid(made, DictObj(((given, next(rest)),)))
            elif isinstance(inner, (DictObj, JsonVal)):
                made = laid(made, inner)
            else:
                made = replace(made, items=(*made.items, (unknown_items(given), given)), more=True)
        return made

    def v_unary(self, expr: ir.Unary, st: State, cx: Cx) -> Found:
        found: Found = []
        for s, value in self.ev(expr.operand, st, cx):
            if isinstance(value, Thrown):
                found.append((s, value))
            elif expr.op == "not":
                pairs = [(m, self.truth_of(s, p), p) for m, p in parts(value, s.mask)]
                found.append(
                    (
                        s,
                        split(
                            (m, ops.unknown("not", p, type_="bool") if t is None else Const(not t)) for m, t, p in pairs
                        ),
                    )
                )
            else:
                found.extend(self.lifted(s, (value,), lambda v: ops.unary(expr.op, v), (cx.module, expr.n)))
        return found

    def v_bin(self, expr: ir.Bin, st: State, cx: Cx) -> Found:
        found: Found = []
        for s, values in self.ev_many([expr.left, expr.right], st, cx):
            if isinstance(values, Thrown):
                found.append((s, values))
            else:
                found.extend(self.binary(expr.op, values[0], values[1], s, (cx.module, expr.n)))
        return found

    def binary(self, op: str, left: Value, right: Value, st: State, site: Any) -> Found:
        """`left op right`."""
        if (own := self.special(st, left, DUNDERS.get(op, "")) if isinstance(left, Ref) else None) is not None:
            return self.call(own, [right], [], st, None, site)
        if op in "|&^" and (self.is_flag(st, left) or self.is_flag(st, right)):
            left, right = self.enum_value(st, left, right), self.enum_value(st, right, left)
        special = self.binary_special(op, left, right, st)
        if special is not None:
            return [(st, special)]
        if op == "%" and isinstance(left, Const) and isinstance(left.v, str):
            whole = isinstance(right, Tup)
            words = self.in_words(st, right.items if isinstance(right, Tup) else (right,), site)
            right = Tup(words) if whole else words[0]
        return self.lifted(st, (left, right), lambda a, b: ops.binary(op, a, b), site)

    def binary_special(self, op: str, left: Value, right: Value, st: State) -> Value | None:
        """Operators on collections and on what models made (`stop_after_attempt(3) | stop_after_delay(9)`)."""
        if op in "|&-^+" and isinstance(left, (Ref, Tup)) and isinstance(right, (Ref, Tup)):
            a, more_a = self.items_of(st, left)
            b, more_b = self.items_of(st, right)
            lobj = self.obj(st, left) if isinstance(left, Ref) else None
            robj = self.obj(st, right) if isinstance(right, Ref) else None
            if op == "|" and isinstance(lobj, DictObj) and isinstance(robj, DictObj):
                return self.alloc(st, replace(laid(lobj, robj), factory=None))
            if a is not None and b is not None and not isinstance(lobj, (Inst, DictObj)):
                if op in "|+":
                    kind = lobj.kind if isinstance(lobj, ListObj) else "list"
                    return self.alloc(
                        st, ListObj((*a, *(x for x in b if op == "+" or x not in a)), more_a or more_b, kind)
                    )
                if op == "-":
                    return self.alloc(st, ListObj(tuple(x for x in a if x not in b), more_a, "set"))
                if op == "&":
                    return self.alloc(st, ListObj(tuple(x for x in a if x in b), more_a and more_b, "set"))
        if op in "|&+" and (isinstance(left, (Made, Wrapped)) or isinstance(right, Made)):
            return Made(f"operator.{op}", (left, right), taint=tainted(left) or tainted(right))
        if (
            op == "|"
            and all(isinstance(t, (Cls, Ext, Const)) for t in (*_types(left), *_types(right)))
            and not (isinstance(left, Const) and isinstance(right, Const))
        ):
            return Tup((*_types(left), *_types(right)))
        if (
            op == "*"
            and isinstance(left, Ref)
            and isinstance(found := self.obj(st, left), ListObj)
            and isinstance(right, Const)
        ):
            count = right.v if isinstance(right.v, int) else 1
            return self.alloc(st, ListObj((found.items * min(count, 20))[:200], found.more))
        return None


def _types(value: Value) -> tuple[Value, ...]:
    """The types of `A | B`, which is a tuple of them."""
    return value.items if isinstance(value, Tup) else (value,)


def _keys_of(st: State, value: Value) -> list[Value]:
    """What stands for the keys of a body that is laid out (`(*body, "code")`): which of them are there, and so what is
    found among them, hangs on the reply."""
    body = any(isinstance(part, JsonVal) for _, part in parts(value, st.mask))
    return [Unk(("star", key_of(value)), "str", taint=True)] if body else []
