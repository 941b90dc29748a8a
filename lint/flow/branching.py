"""Conditions: a path forks where a value is true for some of its points only, or where it is unknown."""

from __future__ import annotations

from typing import Any

from .. import ir
from .core import Cx, Found
from .ends import Ends, Raise
from .facts import Facts
from .implying import implied
from .noting import Noting
from .open_answers import lasting, of_successes, perhaps, there, unlike
from .ops import truth
from .state import DictObj, Inst, ListObj, State
from .values import (
    NONE,
    Cls,
    Const,
    Func,
    JsonVal,
    Ref,
    Split,
    Thrown,
    Unk,
    Value,
    field_of,
    parts,
    tainted,
)


class Branching(Noting):
    """Part of the interpreter."""

    def branch(self, test: ir.Expr, st: State, cx: Cx) -> list[tuple[State, Any]]:
        """A condition → (state, True | False | Thrown). Short-circuits fork where they must."""
        site = (cx.module, test.n)
        if isinstance(test, ir.Const):
            return [(st, bool(test.value))]  # `while True` asks nothing
        if isinstance(test, ir.Unary) and test.op == "not":
            return [(s, v if isinstance(v, Thrown) else not v) for s, v in self.branch(test.operand, st, cx)]
        if isinstance(test, ir.Bool):
            results: list[tuple[State, Any]] = []
            stop = test.op == "or"
            if stop:
                self.look_aside(test.right, st, cx)
            for s, left in self.branch(test.left, st, cx):
                if isinstance(left, Thrown) or left is stop:
                    results.append((s, left))
                else:
                    results.extend(self.branch(test.right, s, cx))
            return results
        found: list[tuple[State, Any]] = []
        before = self.looks
        for s, value in self.ev(test, st, cx):
            for end, told in self.own_truth(s, value, site):
                if isinstance(told, Thrown):
                    found.append((end, told))
                else:
                    about = "class" if end.handled and self.asks_caught(test, end, cx) else ""
                    found.extend(self.choose(end, told, site, self.looks > before, about))
        return found

    def asks_caught(self, test: ir.Expr, st: State, cx: Cx) -> bool:
        """Whether a condition is about an attribute of the exception that is handled: what its class has there."""
        asked = test.left if isinstance(test, ir.Compare) else test
        owner = asked.value if isinstance(asked, ir.Attr) else None
        return isinstance(owner, ir.Name) and self.lookup(owner.id, st, cx) in st.handled

    def own_truth(self, st: State, value: Value, site: Any) -> Found:
        """What an object's own `__bool__` or `__len__` says of it; any other value is what it is."""
        obj = self.obj(st, value) if isinstance(value, Ref) else None
        info = obj.cls.info if isinstance(obj, Inst) and isinstance(obj.cls, Cls) else None
        own = (info.lookup("__bool__") or info.lookup("__len__")) if info is not None and not info.is_enum() else None
        if own is None or not isinstance(own[0], Func):
            return [(st, value)]
        return self.call(self.bind(own[0], value, own[1]), [], [], st, None, site)

    def look_aside(self, right: ir.Expr, st: State, cx: Cx) -> None:
        """Note what the right side of an `or` compares as if the left side weren't there: what both take is reached."""
        if isinstance(right, ir.Compare) and _plain(right):
            self.ev(right, st.fork(), cx)

    def choose(
        self, st: State, value: Value, site: Any, looked: bool = False, about: str = ""
    ) -> list[tuple[State, bool]]:
        """Fork on a value's truth. looked: it was made by looking at a field of a reply. about: what the test is about,
        for the path: `class` for the class of a caught exception."""
        yes, no, maybe, open_keys = self.weighed(st, value)
        depends = isinstance(value, Split)
        if maybe:
            open_parts = [v for m, v in parts(value, st.mask) if m & maybe]
            # What came before the request fits both answers; what is asked after its reply may tell whether to go on.
            told = [v for v in open_parts if tainted(v)]
            doubtful = any(st.sent or not of_successes(v) for v in told)
            key = next(iter(open_keys)) if len(open_keys) == 1 else None
            wordless, others, known = unlike(open_parts), self.of_others(st, open_parts), there(st, open_parts)
            found: list[tuple[State, bool]] = []
            for mask, answer in ((yes, True), (no, False)):
                doubt = (
                    "perhaps" if doubtful and answer not in (wordless, known) else "others" if answer is others else ""
                )
                kind = (key, depends or wordless is not None, doubt)
                for path in perhaps(st, mask, maybe, answer, site, kind):
                    path.supposed = path.supposed or bool(told)
                    found.append((path, answer))
            return found
        if not no or not yes:
            if field_of(value) or depends or looked:
                st.note("branch", site, "true" if yes else "false")
            elif st.sent:
                st.note("test", site, about)
            return [(st, bool(yes))]
        found = [(st.fork(yes), True), (st.fork(no), False)]
        for state, answer in found:
            state.note("branch", site, str(answer).lower())
        return found

    def weighed(self, st: State, value: Value) -> tuple[int, int, int, set[Any]]:
        """The points for which a value is true, false, unknown, and the identities of the unknown parts."""
        yes = no = maybe = 0
        open_keys: set[Any] = set()
        for mask, part in parts(value, st.mask):
            known = self.truth_of(st, part)
            if known is None:
                key = lasting(part)
                known = implied(st.assumed, key) if key is not None else None
                if known is None:
                    open_keys.add(key)
            if known is None:
                maybe |= mask
            elif known:
                yes |= mask
            else:
                no |= mask
        return yes, no, maybe, open_keys

    def of_others(self, st: State, values: list[Value]) -> bool | None:
        """The answer that only the unknown items of a collection can give: that one of them is there (`if failed:`,
        where the known one is filtered out), or isn't like the known ones (`all(r.ok for r in results)`)."""
        answers = {self.of_other(st, v) for v in values}
        return answers.pop() if st.sent and len(answers) == 1 else None

    def of_other(self, st: State, value: Value) -> bool | None:
        """The same for one value that is open; None where it isn't about a collection's items."""
        match value:
            case Unk(key=("others", bool(answer), _)):
                return answer
            case Ref() if isinstance(self.obj(st, value), (ListObj, DictObj)):
                return True
        return None

    def truth_of(self, st: State, value: Value) -> bool | None:
        """Truth of one part, looking into the heap."""
        if isinstance(value, Ref):
            match self.obj(st, value):
                case ListObj(items, more, kind):
                    return (
                        True if items or kind == "iterator" or kind.startswith("queue") else (None if more else False)
                    )
                case DictObj(items, more):
                    return True if items else (None if more else False)
                case Inst(cls=Cls(info), attrs=attrs):
                    if info.like_values():
                        return truth(attrs.get("value", NONE))
                    return None if info.lookup("__bool__") or info.lookup("__len__") else True
                case _:
                    return True
        if isinstance(value, JsonVal):
            info = self.replies[value.reply]
            if info.domain is None or info.ok:
                return None if value.pointer else True
        if isinstance(value, Const) and type(value.v) is int and value.field is None:
            self.bounds.add(0)  # `while left:` compares what counts with 0
        return truth(value)

    def x_if(self, stmt: ir.If, st: State, cx: Cx) -> Ends:
        done: Ends = []
        self.would(_elifs(stmt), st, cx)
        for s, answer in self.tested(stmt, st, cx, st):
            if isinstance(answer, Thrown):
                done.append((s, Raise(answer.exc)))
                continue
            if answer and not stmt.body:
                s.note("branch", (cx.module, stmt.test.n), "true, and nothing is done")  # so nothing is picked out
            done.extend(self.exec_block(stmt.body if answer else stmt.orelse, s, cx))
        return done

    def would(self, chain: list[ir.If], st: State, cx: Cx) -> None:
        """For each branch of a chain, the points that would take it were the branches before it not there; only where
        the branches before it look at the same fields."""
        if st.target is None or len(chain) < 2 or id(chain[1]) in self.chained:
            return
        looked, before = self.facts.looked, set[str]()
        for branch in chain:
            self.chained.add(id(branch))
            self.facts.looked = set()
            hits = 0
            for s, answer in self.branch(branch.test, asked(st), cx):
                if answer is True and s.certain:
                    hits |= s.mask
            test = self.test_at((cx.module, branch.n), st)
            looks = self.facts.looked
            if looks and looks <= before:
                test.would |= hits
            elif before and looks == {"code"}:
                test.beside |= hits
            if not looks <= before or not hits:
                for part in _conjuncts(branch.test):
                    alone, fields = self.asked_alone(part, st, cx)
                    if fields and fields <= before:
                        test.alone[part.n] = test.alone.get(part.n, 0) | alone
            before |= looks
        self.facts.looked = looked | before
        for branch in chain:
            self.chained.discard(id(branch))

    def asked_alone(self, part: ir.Expr, st: State, cx: Cx) -> tuple[int, set[str]]:
        """The points for which a part of a condition surely holds without those before it, and the fields that it looks
        at. Nothing else is noted: those before it may be there to keep what it doesn't suit from it."""
        facts, self.facts = self.facts, Facts()
        try:
            mask = 0
            for s, answer in self.branch(part, asked(st), cx):
                mask |= s.mask if answer is True and s.certain else 0
            return mask, self.facts.looked
        finally:
            self.facts = facts

    def tested(self, stmt: ir.If, st: State, cx: Cx, whole: State) -> list[tuple[State, Any]]:
        """An if's condition, with the note of which points came and which took it."""
        seen = st.mask
        found = self.branch(stmt.test, st, cx)
        if st.target is not None:
            test = self.test_at((cx.module, stmt.n), st)
            test.seen |= seen
            for s, answer in found:
                if answer is True:
                    test.taken |= s.mask
                    test.unsure = test.unsure or not s.certain
        return found

    def x_assert(self, stmt: ir.Assert, st: State, cx: Cx) -> Ends:
        done: Ends = []
        for s, ok in self.branch(stmt.test, st, cx):
            if isinstance(ok, Thrown):
                done.append((s, Raise(ok.exc)))
            elif ok:
                done.append((s, None))
            else:
                done.append((s, Raise(self.throw(s, "builtins.AssertionError", (cx.module, stmt.n)).exc)))
        return done


def asked(st: State) -> State:
    """A copy of a path by which a condition is asked for which points it surely holds: that the path may not be taken
    is another matter."""
    copy = st.fork()
    copy.certain = True
    return copy


def _plain(test: ir.Compare) -> bool:
    """Whether a comparison only looks at variables and literals."""
    todo: list[ir.Expr] = [test.left, *(right for _, right in test.ops)]
    while todo:
        expr = todo.pop()
        if isinstance(expr, ir.Attr):
            todo.append(expr.value)
        elif isinstance(expr, ir.Call) and not expr.keywords and _harmless(expr.func):
            todo += [expr.func, *expr.args]
        elif isinstance(expr, ir.Seq):
            todo.extend(expr.items)
        elif not isinstance(expr, (ir.Name, ir.Const)):
            return False
    return True


def _harmless(func: ir.Expr) -> bool:
    """Whether what is called only reads or converts."""
    if isinstance(func, ir.Attr):
        return func.attr in ("get", "lower", "upper", "strip", "startswith", "endswith")
    return isinstance(func, ir.Name) and func.id in ("str", "int", "len", "bool")


def _conjuncts(test: ir.Expr) -> list[ir.Expr]:
    """The parts of an `and`, each of which must be true; none of another condition."""
    if not isinstance(test, ir.Bool) or test.op != "and":
        return []
    return [part for side in (test.left, test.right) for part in _conjuncts(side) or [side]]


def _elifs(stmt: ir.If) -> list[ir.If]:
    """An if and its elifs."""
    chain = [stmt]
    while len(chain[-1].orelse) == 1 and isinstance(inner := chain[-1].orelse[0], ir.If):
        chain.append(inner)
    return chain
