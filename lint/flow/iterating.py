"""Loops over what is taken one by one: generators and iterators."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from .. import ir
from . import ops
from .assigning import Assigning
from .branching import Branching
from .core import Cx
from .ends import BREAK, CONTINUE, Ends, Escape, Raise
from .futures import unwrapped
from .merging import Merging
from .state import ListObj, State
from .values import NONE, Const, Ext, Made, Ref, Thrown, Tup, Value, tainted

TURNS: Final = 3
"""Turns of a loop over a range of unknown length that are followed before its last."""
STOPS: Final = Tup((Ext("builtins.StopIteration"), Ext("builtins.StopAsyncIteration")))
MOST: Final = 12
"""Items that a loop takes from an iterator one by one; after them it takes the last."""


class Iterating(Assigning, Branching, Merging):
    """Part of the interpreter."""

    def iterate(self, body: list[ir.Stmt], entered: list[State], cx: Cx, site: Any, done: Ends) -> list[State]:
        """Run a loop's body once; what breaks, returns or raises goes to `done`, the rest goes round again."""
        again: list[State] = []
        for state in self.merge(entered):
            for s, comp in self.exec_block(body, state, cx) if body else [(state, None)]:
                if comp is None or comp is CONTINUE:
                    again.append(s)
                elif comp is BREAK:
                    done.append((self.leave(s, site), None))
                else:
                    done.append((self.leave(s, site), comp))
        return self.merge(again)

    def leave(self, st: State, site: Any) -> State:
        """Forget a loop's layer on the way out."""
        st.layers = tuple(x for x in st.layers if x[1] != site)
        return st

    def is_iterator(self, st: State, source: Ref) -> bool:
        """Whether a value is an iterator that is used up (`iter(waits)`)."""
        obj = self.obj(st, source)
        return isinstance(obj, ListObj) and obj.kind == "iterator"

    def begin_pass(self, stmt: ir.For, item: Value, st: State, iteration: int, cx: Cx, done: Ends) -> list[State]:
        """Bind a for loop's target for one pass; what fails at it goes to `done`."""
        site = (cx.module, stmt.n)
        st.layers = (*(x for x in st.layers if x[1] != site), ("loop", site, iteration))
        entered: list[State] = []
        for s, comp in self.assign(stmt.target, item, st, cx):
            (entered.append(s) if comp is None else done.append((s, comp)))
        return entered

    def ended(self, stmt: ir.For, states: list[State], cx: Cx) -> Ends:
        """What comes after the last pass: the else block."""
        return [end for s in states for end in self.exec_block(stmt.orelse, self.leave(s, (cx.module, stmt.n)), cx)]

    def loop_range(self, stmt: ir.For, first: int, last: Value, st: State, cx: Cx) -> Ends:
        """A for loop of as many turns as nobody knows: one, or a few; the last is known to be the last, so that
        `attempt == tries - 1` is true then and only then. None at all if a reply says how many."""
        site = (cx.module, stmt.n)
        done = self.ended(stmt, [st.fork()], cx) if tainted(last) else []
        once = self.begin_pass(stmt, last, st.fork(), 1, cx, done)
        going = [st]
        for iteration in range(1, TURNS + 1):
            entered = [
                e for s in going for e in self.begin_pass(stmt, Const(first + iteration - 1), s, iteration, cx, done)
            ]
            going = self.iterate(stmt.body, entered, cx, site, done)
        several = [e for s in going for e in self.begin_pass(stmt, last, s, TURNS + 1, cx, done)]
        return [*done, *self.ended(stmt, self.iterate(stmt.body, [*once, *several], cx, site, done), cx)]

    def loop_iterator(self, stmt: ir.For, source: Ref, st: State, cx: Cx) -> Ends:
        """A for loop over an iterator: each pass takes the next item away, so that a later loop goes on after it."""
        done: Ends = []
        going = [st]
        iteration = 0
        while going:
            iteration += 1
            entered: list[State] = []
            for state in going:
                obj = state.heap[source.id]
                if not isinstance(obj, ListObj) or not obj.items:
                    done.extend(self.ended(stmt, [state], cx))
                    continue
                item, rest = (obj.items[0], obj.items[1:]) if iteration <= MOST else (obj.items[-1], ())
                state.heap[source.id] = replace(obj, items=rest)
                entered += self.begin_pass(stmt, item, state, iteration, cx, done)
            going = self.iterate(stmt.body, entered, cx, (cx.module, stmt.n), done)
        return done

    def next_of(self, st: State, source: Ref) -> Value | None:
        """The method by which an object of the project gives its next item, if it has one."""
        return self.special(st, source, "__next__") or self.special(st, source, "__anext__")

    def loop_next(self, stmt: ir.For, source: Ref, st: State, cx: Cx) -> Ends:
        """A for loop over an iterator of the project's own; where it has no end in sight, that is not known."""
        site = (cx.module, stmt.n)
        done: Ends = []
        going = [st]
        for iteration in range(1, MOST + 1):
            entered: list[State] = []
            for state in going:
                hook = self.next_of(state, source)
                for s, item in self.call(hook, [], [], state, None, site) if hook is not None else []:
                    if not isinstance(item, Thrown):
                        entered += self.begin_pass(stmt, unwrapped(item), s, iteration, cx, done)
                    elif self.catches(s, item.exc, STOPS):
                        done.extend(self.ended(stmt, [s], cx))
                    else:
                        done.append((self.leave(s, site), Raise(item.exc)))
            going = self.iterate(stmt.body, entered, cx, site, done)
        for state in going:
            state.certain = False
            done.extend(self.ended(stmt, [state], cx))
        return done

    def loop_generator(self, stmt: ir.For, source: Made, st: State, cx: Cx, start: Value | None = None) -> Ends:
        """`for x in generator()`: the body runs at each yield. start: of `enumerate(generator())`, the first number."""
        site = (cx.module, stmt.n)
        done: Ends = []
        place = self.new_frame(None)

        def hook(s: State, value: Value) -> list[tuple[State, Value]]:
            results: list[tuple[State, Value]] = []
            if start is not None:
                number = s.get(place, "turn") or start
                s.set(place, "turn", ops.binary("+", number, Const(1)))
                value = Tup((number, value))
            for bound, comp in self.assign(stmt.target, value, s, cx):
                if comp is not None:
                    results.append((bound, Thrown(Escape(comp))))
                    continue
                for end, inner in self.exec_block(stmt.body, bound, cx) if stmt.body else [(bound, None)]:
                    if inner is None or inner is CONTINUE:
                        results.append((end, NONE))
                    elif isinstance(inner, Raise):
                        results.append((end, Thrown(Escape(inner))))
                    else:
                        results.append((end, Thrown(Escape(inner))))
            return results

        for s, value in self.run_generator(source, st, hook, (cx.module, stmt.n)):
            if isinstance(value, Thrown) and isinstance(value.exc, Escape):
                comp = value.exc.comp
                done.append((self.leave(s, site), None if comp is BREAK else comp))
            elif isinstance(value, Thrown):
                done.append((s, Raise(value.exc)))
            else:
                done.extend(self.ended(stmt, [s], cx))
        return done
