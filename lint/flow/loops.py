"""Loops: followed pass by pass, then what counts is sent to infinity once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from .. import ir
from . import ops
from .core import Cx
from .counting import counts_on, is_number
from .ends import Ends, Raise
from .generating import is_generator
from .iterating import Iterating
from .likeness import Likeness, resends
from .state import Frame, HeapObj, Inst, State
from .values import (
    Const,
    Ext,
    Made,
    Ref,
    Thrown,
    Tup,
    Unk,
    Value,
    key_of,
    tainted,
)

CONCRETE: Final = 12
"""Iterations of a loop that are followed one by one; after them its counters are sent to infinity once."""
NEAR: Final = CONCRETE - 4
"""The iteration after which a loop's counters are brought near the numbers that they are compared with."""
UNKNOWN_ITEMS: Final = 2
History = dict[int, dict[Any, dict[int, Frame]]]
"""By iteration: what the paths were like that came round, and the frames of each."""


class Loops(Iterating):
    """Part of the interpreter."""

    def x_while(self, stmt: ir.While, st: State, cx: Cx) -> Ends:
        site = (cx.module, stmt.n)
        done: Ends = []
        going = [st]
        history: History = {}
        outer, self.bounds = self.bounds, set()
        before, self.since = self.since, self.mark()
        earlier: list[dict[int, Any]] = []
        for iteration in range(1, CONCRETE + 3):
            entered: list[State] = []
            for state in going:
                state.layers = (*(x for x in state.layers if x[1] != site), ("loop", site, iteration))
                for s, answer in self.branch(stmt.test, state, cx):
                    if isinstance(answer, Thrown):
                        done.append((self.leave(s, site), Raise(answer.exc)))
                    elif answer:
                        entered.append(s)
                    else:
                        done.extend(self.exec_block(stmt.orelse, self.leave(s, site), cx))
            going = self.iterate(stmt.body, entered, cx, site, done)
            going = self.watch(going, history, site, iteration)
            if not going:
                break
            if iteration == NEAR:
                going = [self.approach(s, history) for s in going]
            if iteration == CONCRETE:
                going = [self.jump(s, history) for s in going]
            if iteration == CONCRETE + 1:
                earlier = [dict(s.heap) for s in going]
        compared, self.bounds, self.since = self.bounds, self.bounds | outer, before
        for state in going:
            _, _, _, row = state.idle[site]
            # One that asks no more only waits; one that counts in an object may well come to an end some day.
            counts = any(counts_on(state.heap, heap, compared) for heap in earlier)
            state.certain = state.certain and (row > 1 or not state.sent) and not counts
            self.never_ends(self.leave(state, site), site, CONCRETE)
        return done

    def never_ends(self, st: State, site: Any, turns: int) -> None:
        """A path that goes round for ever; where each turn hangs on something unknown, that may well end it."""
        if st.forks >= turns - 1:
            st.certain = False
        self.endless.append((st, site))

    def watch(self, states: list[State], history: History, site: Any, iteration: int) -> list[State]:
        """Take out the states that have come round unchanged: they never end."""
        going: list[State] = []
        for state in states:
            if self.idles(state, site):
                continue
            frozen = (self.numbers.of(state.frames), self.numbers.bare(o for o in state.heap.values() if not _crash(o)))
            repeated = state.target is not None and state.sent and frozen in history.get(iteration - 2, ())
            history.setdefault(iteration - 1, {}).setdefault(frozen, dict(state.frames))
            if not repeated or iteration <= 3:
                going.append(state)
            elif state.idle[site][3] < 0:
                going.extend(self.later(state, site))
            else:
                self.never_ends(self.leave(state.fork(), site), site, iteration)
        return going

    def later(self, st: State, site: Any) -> list[State]:
        """A path that goes round unchanged without a request: it waits for a time to come, which is let come; if
        nothing is asked then, nothing ever is."""
        mark = (0, len(st.sent), 0, 0)
        if st.idle.get(("later", site)) == mark:
            self.endless.append((self.leave(st, site), None))
            return []
        st.idle = {**st.idle, ("later", site): mark}
        st.clock += 10.0**7
        st.unsure = True
        return [st]

    def idles(self, st: State, site: Any) -> bool:
        """Whether a path has only gone round on unknown conditions for three turns without asking the target again: the
        turns to come tell no more than those before. How many turns in a row have asked is kept; less than 0: not."""
        forks, sent, turns, row = st.idle.get(site, (-1, -1, 0, 0))
        asked = len(st.sent) > sent
        turns = turns + 1 if st.forks > forks and not asked else 0
        st.idle = {**st.idle, site: (st.forks, len(st.sent), turns, max(row, 0) + 1 if asked else min(row, 0) - 1)}
        return turns >= 3

    def approach(self, st: State, history: History) -> State:
        """Go on by as many turns as lie before the nearest number that what counts was compared with: `vez == 30` is
        then met exactly, as it would be turn by turn."""
        before: dict[int, Frame] = next(iter(history.get(NEAR - 2, {}).values()), {})
        steps = {
            (frame, name): (value.v, value.v - old.v)
            for frame, variables in st.frames.items()
            for name, value in variables.items()
            if is_number(value) and value.field is None and isinstance(value.v, int)
            if frame in before
            and isinstance(old := before[frame].get(name), Const)
            and isinstance(old.v, int)
            and old.v != value.v
        }
        ahead = [(b - v) // d for v, d in steps.values() for b in self.bounds if (b - v) // d > 2]
        turns = min(ahead, default=0) - 2
        if turns > 0:
            for (frame, name), (value, step) in steps.items():
                st.frames[frame] = Frame({**st.frames[frame], name: Const(value + turns * step)})
            st.unsure = True
        return st

    def jump(self, st: State, history: History) -> State:
        """Send what counts to infinity, once: a loop that ends then is bounded, one that doesn't is endless."""
        before: dict[int, Frame] = next(iter(history.get(CONCRETE - 4, {}).values()), {})
        for frame, variables in list(st.frames.items()):
            changed = Frame(variables)
            for name, value in variables.items():
                old = before[frame].get(name) if frame in before else None
                if not isinstance(old, Const) or not isinstance(old.v, (int, float)) or not is_number(value):
                    continue
                if old.v != value.v and value.field is None:
                    changed[name] = Const(10**6 if value.v > old.v else -(10**6))
            st.frames[frame] = changed
        st.clock += 10.0**7
        st.unsure = True
        return st

    def x_for(self, stmt: ir.For, st: State, cx: Cx) -> Ends:
        done: Ends = []
        for s, source in self.ev(stmt.iter, st, cx):
            if isinstance(source, Thrown):
                done.append((s, Raise(source.exc)))
                continue
            before, self.since = self.since, self.mark()
            for part, one in self.by_part(s, source):
                for end, taken in self.iterated(one, part, (cx.module, stmt.iter.n)):
                    if isinstance(taken, Thrown):
                        done.append((end, Raise(taken.exc)))
                    else:
                        done.extend(self.loop_over(stmt, taken, end, cx))
            self.since = before
        return done

    def loop_over(self, stmt: ir.For, source: Value, st: State, cx: Cx) -> Ends:
        """A for loop over one value."""
        site = (cx.module, stmt.n)
        if self.no_items(source):
            return [(st, Raise(self.throw(st, "builtins.TypeError", (cx.module, stmt.iter.n)).exc))]
        driver = self.loop_driver(source)
        if driver is not None:
            driven: Ends = driver(self, stmt, source, st, cx)
            return driven
        if is_generator(source):
            return self.loop_generator(stmt, source, st, cx)
        counted = source.args[:1] if isinstance(source, Made) and source.name == "builtins.enumerate" else ()
        if isinstance(source, Made) and counted and is_generator(counted[0]):
            return self.loop_generator(stmt, counted[0], st, cx, source.get(1, "start") or Const(0))
        if isinstance(source, Ref) and self.is_iterator(st, source):
            return self.loop_iterator(stmt, source, st, cx)
        if isinstance(source, Ref) and self.next_of(st, source) is not None:
            return self.loop_next(stmt, source, st, cx)
        if (turns := _unknown_range(source)) is not None:
            return self.loop_range(stmt, *turns, st, cx)
        known, _ = self.gone_through(st, source)
        endless = isinstance(source, Made) and source.name in ("itertools.count", "itertools.repeat", "itertools.cycle")
        done: Ends = []
        going = [st]
        unsure = known is None and not endless
        outer, self.bounds = self.bounds, set()
        idle = known is not None and _binds_for_nothing(stmt)
        before: dict[Any, float] = {}
        skipped = 0
        for iteration, item in enumerate(self.passes(source, known, endless), 1):
            if known is not None and skipped and iteration < skipped:
                continue
            entered: list[State] = []
            for state in going:
                if unsure:
                    done.extend(self.ended(stmt, [state.fork()], cx))
                entered += self.begin_pass(stmt, item, state, iteration, cx, done)
            going = self.iterate(stmt.body, entered, cx, site, done)
            if idle and known is not None and iteration > 1 and not skipped:
                before, skipped = self.turned_alike(stmt, going, before, (cx, iteration, len(known)))
        self.bounds |= outer
        for state in going:
            if endless:
                self.endless.append((self.leave(state, site), site))
            else:
                done.extend(self.ended(stmt, [state], cx))
        return done

    def turned_alike(
        self, stmt: ir.For, states: list[State], before: dict[Any, float], turn: tuple[Cx, int, int]
    ) -> tuple[dict[Any, float], int]:
        """What the paths are like after a turn of a loop, each with its clock; and the turn to go on with, where that
        is just what they were like before it: all turns but the last one do the same, and take the same time.

        turn: where, the number of the turn, how many there are in all.
        """
        cx, iteration, turns = turn
        after: dict[Any, tuple[float, list[State]]] = {}
        for state in states:
            bare = state.fork()
            bare.clock = 0.0
            self.leave(bare, (cx.module, stmt.n))
            for name in _bound(stmt.target):
                bare.unset(cx.frame, name)
            like = (Likeness(bare, self.known, self.since).of(), state.mask, tuple(resends(state)))
            after.setdefault(like, (state.clock, []))[1].append(state)
        clocks = {like: clock for like, (clock, _) in after.items()}
        if iteration + 1 >= turns or clocks.keys() != before.keys() or len(clocks) < len(states):
            return clocks, 0
        for like, (clock, found) in after.items():
            for state in found:
                state.clock += (clock - before[like]) * (turns - iteration - 1)
        return clocks, min(turns, CONCRETE + 1)

    def passes(self, source: Value, known: list[Value] | None, endless: bool) -> Iterator[Value]:
        """What a for loop's target is bound to, pass by pass; a count goes by the nearest number that it is compared
        with before it is sent to infinity."""
        items = _passes(source, known, endless)
        for n, item in enumerate(items):
            if n == CONCRETE and endless and all(is_number(x) for x in items):
                first, second = items[0].v, items[1].v  # type: ignore[attr-defined]  # all are numbers
                last, step = items[n - 1].v, second - first  # type: ignore[attr-defined]  # as above
                ahead = (
                    min(((b - last) // step for b in self.bounds if (b - last) // step > 0), default=0) if step else 0
                )
                yield from (Const(last + step * (ahead + k)) for k in (-1, 0, 1) if ahead and ahead + k > 0)
            yield item


def _bound(target: ir.Expr) -> set[str]:
    """The variables that a loop binds."""
    return {item.id for item in ir.walk(target) if isinstance(item, ir.Name)}


def _binds_for_nothing(stmt: ir.For) -> bool:
    """Whether nothing in a loop reads what it binds: each turn is like the one before, as far as the loop goes."""
    names = _bound(stmt.target)
    return all(isinstance(item, (ir.Name, ir.Seq)) for item in ir.walk(stmt.target)) and not any(
        isinstance(item, ir.Name) and item.id in names for item in ir.walk(stmt.body)
    )


def _crash(obj: HeapObj) -> bool:
    """Whether an object is an exception that no `raise` of the client's made: each turn makes another."""
    return isinstance(obj, Inst) and "__crash__" in obj.attrs


def _passes(source: Value, known: list[Value] | None, endless: bool) -> list[Value]:
    """What a for loop's target is bound to, pass by pass: of many items the first and the last."""
    if known is not None:
        return [*known[:CONCRETE], known[-1]] if len(known) > CONCRETE + 1 else list(known)
    if _is_range(source):
        # The last pass of an unknown bound: `attempt == tries - 1` may then be true.
        return [*(Const(i) for i in range(3)), Unk(("last", key_of(source)), "int")]
    taint = tainted(source)
    items: list[Value] = [
        Unk(("item", key_of(source), i), taint=taint) for i in range(CONCRETE if endless else UNKNOWN_ITEMS)
    ]
    if isinstance(source, Made) and source.name == "itertools.count":
        start, step = (source.get(0, "start") or Const(0)), (source.get(1, "step") or Const(1))
        if isinstance(start, Const) and isinstance(step, Const):
            items = [Const(start.v + step.v * i) for i in range(CONCRETE)]
            items.append(Const(start.v + step.v * 10**6))
    elif isinstance(source, Made) and source.name == "builtins.enumerate" and source.args:
        items = [Tup((Const(i), item)) for i, item in enumerate(items)]
    return items


def _unknown_range(value: Value) -> tuple[int, Value] | None:
    """First and last item of a range of which only the end is unknown."""
    if not _is_range(value) or not isinstance(value, Made) or value.kwargs or len(value.args) > 2:
        return None
    first = value.args[0] if len(value.args) == 2 else Const(0)
    if not isinstance(first, Const) or not isinstance(first.v, int) or not isinstance(value.args[-1], (Unk, Ext)):
        return None
    return first.v, replace(ops.unknown("-", value.args[-1], Const(1)), type="int")


def _is_range(value: Value) -> bool:
    return isinstance(value, Made) and value.name == "builtins.range"
