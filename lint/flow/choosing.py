"""Choices of values: `a if test else b`, `a or b`, `a and b`."""

from __future__ import annotations

from .. import ir
from . import ops
from .branching import Branching
from .core import Cx, Found
from .merging import Merging
from .state import State
from .values import Const, Thrown, Unk, Value, narrow, parts, split


class Choosing(Branching, Merging):
    """Part of the interpreter."""

    def v_if_exp(self, expr: ir.IfExp, st: State, cx: Cx) -> Found:
        either = self.either(expr, st, cx)
        if either is not None:
            return [either]
        found: Found = []
        for s, answer in self.branch(expr.test, st, cx):
            if isinstance(answer, Thrown):
                found.append((s, answer))
            else:
                found.extend(self.ev(expr.body if answer else expr.orelse, s, cx))
        return self.rejoin(st, found)

    def either(self, expr: ir.IfExp, st: State, cx: Cx) -> tuple[State, Value] | None:
        """`a if test else b` as one unknown value, where the test is open and about data, and nothing else is done."""
        tests = self.ev(expr.test, st.fork(), cx)
        if not _simply(tests, st) or not _data(tests[0][1]) or self.weighed(*tests[0])[2] != st.mask:
            return None
        state, test = tests[0]
        arms = [self.ev(arm, state.fork(), cx) for arm in (expr.body, expr.orelse)]
        if all(_simply(found, st) and isinstance(found[0][1], (Unk, Const)) for found in arms):
            return state, ops.unknown("if", test, *(found[0][1] for found in arms))
        return None

    def v_bool(self, expr: ir.Bool, st: State, cx: Cx) -> Found:
        """`a or b` gives a value; the right side runs for the points whose left side doesn't decide."""
        stop = expr.op == "or"
        found: Found = []
        for s, left in self.ev(expr.left, st, cx):
            if isinstance(left, Thrown):
                found.append((s, left))
                continue
            if stop:
                self.look_aside(expr.right, s, cx)
            joined = self.joined(expr, left, s, cx)
            if joined is not None:
                found.append(joined)
                continue
            for state, answer in self.choose(s, left, (cx.module, expr.left.n)):
                if answer is stop:
                    found.append((state, _decided(narrow(left, state.mask), answer, state.mask)))
                else:
                    found.extend(self.ev(expr.right, state, cx))
        return self.rejoin(st, found)

    def joined(self, expr: ir.Bool, left: Value, st: State, cx: Cx) -> tuple[State, Value] | None:
        """`a or b` as one value that depends on the point, where the right side is evaluated in one way without asking
        anyone and what is open on the left is no structure that is looked into later; else None: the paths part."""
        yes, no, maybe, _ = self.weighed(st, left)
        decided, rest = (yes, no | maybe) if expr.op == "or" else (no, yes | maybe)
        if not rest:
            return st, left
        if any(m & maybe and _hollow(part) for m, part in parts(left, st.mask)):
            return None
        found = self.ev(expr.right, st.fork(rest), cx)
        if not _simply(found, st, rest):
            return None
        state, right = found[0]
        if maybe and not all(isinstance(other, (Unk, Const)) for _, other in parts(right, maybe)):
            return None  # `secure and Https or Http`: what is called or looked into later has to stay known
        state.mask = st.mask
        kept = [(m & decided, part) for m, part in parts(left, st.mask) if m & decided]
        taken = [(m, part) for m, part in parts(right, rest & ~maybe)] if rest & ~maybe else []
        either = (
            [
                (m & n, ops.either(expr.op, part, other, _common_type(part, other)))
                for m, part in parts(left, maybe)
                for n, other in parts(right, m)
            ]
            if maybe
            else []
        )
        return state, split([*kept, *taken, *either])


def _decided(value: Value, answer: bool, mask: int) -> Value:
    """A value whose truth is known by now: what is a bool is known altogether."""
    return split(
        (m, Const(answer, p.field) if isinstance(p, Unk) and p.type == "bool" else p) for m, p in parts(value, mask)
    )


def _simply(found: Found, before: State, mask: int | None = None) -> bool:
    """Whether an evaluation for some points has one way, which gives a value and does nothing else."""
    if len(found) != 1:
        return False
    st, value = found[0]
    same = st.sent == before.sent and st.effects == before.effects and st.forks == before.forks
    return same and st.mask == (before.mask if mask is None else mask) and not isinstance(value, Thrown)


def _hollow(value: Value) -> bool:
    """Whether an unknown may be an object or a list that is looked into later."""
    return not (isinstance(value, Unk) and (value.field is not None or value.type is not None)) and not _data(value)


def _data(value: Value) -> bool:
    """Whether an unknown is what something that a reply holds gave when it was asked: of that nothing is documented."""
    if not isinstance(value, Unk) or value.field is not None or not value.taint:
        return False
    return isinstance(value.key, tuple) and value.key[:1] in (("call",), ("or",), ("and",), ("if",), ("item",))


def _common_type(left: Value, right: Value) -> str | None:
    """The type that two values have in common; an empty default has the other's."""
    one = left.type if isinstance(left, Unk) else None
    if isinstance(right, Const):
        return one if not right.v or type(right.v).__name__ == one else None
    return one if isinstance(right, Unk) and right.type == one else None
