"""Comprehensions and generator expressions."""

from __future__ import annotations

from typing import Any, Final

from .. import ir
from .assigning import Assigning
from .branching import Branching
from .core import Cx, Found
from .futures import future
from .merging import Merging
from .state import DictObj, ListObj, State
from .values import ABSENT, Const, Func, JsonVal, Thrown, Tup, Unk, Value, Wrapped, key_of, tainted

WAYS: Final = 64
"""Ways on which the same points may go through the items of a comprehension."""


class Comprehensions(Assigning, Branching, Merging):
    """Part of the interpreter."""

    def v_comp(self, expr: ir.Comp, st: State, cx: Cx) -> Found:
        """A comprehension: run as a loop where the source is known, else one symbolic item."""
        frame = self.new_frame(cx.frame)
        inner = Cx(cx.module, frame, cx.func, cx.owner, cx.on_yield)
        found: Found = []
        for s, items, more in self.comp_items(expr, 0, st, inner):
            if isinstance(items, Thrown):
                found.append((s, items))
            elif expr.kind == "dict":
                pairs = dict(items)
                if any(tainted(key) for key in pairs):  # names that a body gives, made into others
                    names = tuple(key_of(key) for key in pairs)
                    found.append((s, Unk(("comp", cx.module, expr.n, *names), "dict", taint=True)))
                else:
                    found.append((s, self.alloc(s, DictObj(tuple(pairs.items()), more))))
            else:
                kind = "set" if expr.kind == "set" else "list"
                found.append((s, self.alloc(s, ListObj(tuple(items), more, kind))))
        return found

    def comp_items(self, expr: ir.Comp, index: int, st: State, cx: Cx) -> list[tuple[State, Any, bool]]:
        """The items that the comprehension gives from generator `index` on, and whether there may be more."""
        if index == len(expr.gens):
            wanted = [expr.value] if expr.key is None else [expr.key, expr.value]
            later = expr.key is None and self.is_coroutine(expr.value, st, cx)
            return [
                (s, [future(v)] if later else v, False)
                if isinstance(v, Thrown)
                else (s, [tuple(v) if expr.key is not None else v[0]], False)
                for s, v in self.ev_many(wanted, st, cx)
            ]
        gen = expr.gens[index]
        results: list[tuple[State, Any, bool]] = []
        for s, source in self.run_out(self.ev(gen.iter, st, cx), (cx.module, gen.iter.n)):
            if isinstance(source, Thrown):
                results.append((s, source, False))
                continue
            for part, one in self.by_part(s, source):
                results.extend(self.comp_over(expr, index, gen, one, part, cx))
        return results

    def is_coroutine(self, expr: ir.Expr, st: State, cx: Cx) -> bool:
        """Whether an expression makes a coroutine that nobody awaits here: what it raises is raised where that is."""
        found = self.ev(expr.func, st.fork(), cx) if isinstance(expr, ir.Call) else []
        func = found[0][1] if len(found) == 1 else None
        while isinstance(func, Wrapped):
            func = func.func
        return isinstance(func, Func) and func.node.is_async

    def comp_over(
        self, expr: ir.Comp, index: int, gen: ir.Generator, source: Value, st: State, cx: Cx
    ) -> list[tuple[State, Any, bool]]:
        if self.no_items(source):
            return [(st, self.throw(st, "builtins.TypeError", (cx.module, gen.iter.n)), False)]
        known, more = self.gone_through(st, source)
        picked = self.picked(gen, source, st, cx)
        items = known if known is not None else [Unk(("item", key_of(source), 0), taint=tainted(source))]
        items, more = (items, more or known is None) if picked is None else (picked, False)
        going: list[tuple[State, Any, bool]] = [(st, [], more)]
        for item in items[:60]:
            after: list[tuple[State, Any, bool]] = []
            for state, done, open_ in going:
                if isinstance(done, Thrown):
                    after.append((state, done, open_))
                    continue
                shown = [(state, item)] if picked is None else self.pair(source, item, state, (cx.module, expr.n))
                after.extend((s, done if v is ABSENT else v, open_) for s, v in shown if _no_item(v))
                assigned = [e for s, v in shown if not _no_item(v) for e in self.assign(gen.target, v, s, cx)]
                for bound, comp in assigned:
                    if comp is not None:
                        continue
                    for kept, answer in self.all_true(gen.ifs, bound, cx):
                        if isinstance(answer, Thrown):
                            after.append((kept, answer, open_))
                        elif not answer:
                            after.append((kept, done, open_))
                        else:
                            for last, inner, inner_open in self.comp_items(expr, index + 1, kept, cx):
                                after.append(
                                    (last, inner if isinstance(inner, Thrown) else done + inner, open_ or inner_open)
                                )
            going = self.few_items(after)
        return going

    def picked(self, gen: ir.Generator, source: Value, st: State, cx: Cx) -> list[Value] | None:
        """The names of `for k, v in body.items() if k in NAMES`, where they are known."""
        if _body_of(source) is None or not isinstance(gen.target, ir.Seq) or len(gen.target.items) != 2:
            return None
        key = gen.target.items[0]
        for test in gen.ifs:
            if (
                isinstance(test, ir.Compare)
                and [op for op, _ in test.ops] == ["in"]
                and isinstance(test.left, ir.Name)
                and isinstance(key, ir.Name)
                and test.left.id == key.id
            ):
                for s, box in self.ev(test.ops[0][1], st.fork(), cx)[:1]:
                    names, more = self.items_of(s, box)
                    if names and not more and all(isinstance(n, Const) for n in names):
                        return names
        return None

    def pair(self, source: Value, name: Value, st: State, site: Any) -> Found:
        """A body's item under a name, as a pair; ABSENT where it isn't there."""
        body = _body_of(source)
        return [
            (part, one if one is ABSENT or isinstance(one, Thrown) else Tup((name, one)))
            for s, value in (self.body_item(st, body, name, site, ABSENT) if body is not None else ())
            for part, one in self.by_part(s, value)
        ]

    def few_items(self, going: list[tuple[State, Any, bool]]) -> list[tuple[State, Any, bool]]:
        """Of the ways through one item that are alike, one: what is collected is data. Where the same points may still
        go too many ways, some are followed, none of them for sure."""
        more = {id(s): m for s, _, m in going}
        ways: dict[int, list[tuple[State, Any]]] = {}
        for s, done in self.few_ends([(s, done) for s, done, _ in going], 1):
            ways.setdefault(s.mask, []).append((s, done))
        for found in ways.values():
            for s, _ in found if len(found) > WAYS else ():
                s.certain, s.pruned = False, True
        return [(s, done, more[id(s)]) for found in ways.values() for s, done in found[:WAYS]]

    def all_true(self, tests: list[ir.Expr], st: State, cx: Cx) -> list[tuple[State, Any]]:
        """The ifs of a comprehension."""
        going: list[tuple[State, Any]] = [(st, True)]
        for test in tests:
            going = [r for s, ok in going for r in (self.branch(test, s, cx) if ok is True else [(s, ok)])]
        return going


def _no_item(value: Value) -> bool:
    return value is ABSENT or isinstance(value, Thrown)


def _body_of(source: Value) -> JsonVal | None:
    """The body of which `.items()` was asked for."""
    key = source.key if isinstance(source, Unk) else None
    if isinstance(key, tuple) and len(key) == 2 and key[0] == "items" and isinstance(key[1], JsonVal):
        return key[1]
    return None
