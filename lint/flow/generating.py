"""Generators: their bodies run where what they yield is taken, one by one or as a whole."""

from __future__ import annotations

from typing import Any, Final, TypeGuard

from .contents import Contents
from .core import Cx, Found, Several
from .ends import Raise, Return
from .functions import DEPTH
from .state import ListObj, State
from .values import NONE, Made, Native, Thrown, Tup, Unk, Value, key_of, tainted

MOST: Final = 64
"""Values of a generator that are followed one by one."""
FEW: Final = 2
"""Values of a generator that are kept where it asks somebody, and the number of turns isn't known."""


class Generating(Contents):
    """Part of the interpreter."""

    def run_generator(self, made: Made, st: State, hook: Any, site: Any) -> Found:
        """Run a generator's body; `hook` takes each yielded value where the generator is used, and may raise."""
        native = made.args[0]
        assert isinstance(native, Native)
        func, frame, vague = native.key
        if len(self.stack) >= DEPTH:
            return [(st, NONE)]
        depth, delivered = len(self.stack), self.delivered

        def taken(s: State, value: Value) -> Found:
            inner, self.stack[depth:] = self.stack[depth:], []
            try:
                results: Found = hook(s, value)
            finally:
                self.stack[depth:] = inner
            return results

        cx = Cx(func.module, frame, func.node, func.owner, taken)
        given = st.frames.get(frame)
        self.stack.append(func.node)
        try:
            ends = self.exec_block(func.node.body, st, cx)
        finally:
            self.stack.pop()
        if depth and self.delivered > delivered and not vague:
            self.inlined.add(id(func.node))
        if given is not None and not self.captured(func.node):
            for s, _ in ends:
                s.frames[frame] = given  # its variables are of no use now: paths that differ in them are the same
        return [
            (s, Thrown(c.exc) if isinstance(c, Raise) else (c.value if isinstance(c, Return) else NONE))
            for s, c in ends
        ]

    def yields(self, st: State, made: Made, site: Any) -> list[Value] | None:
        """All that a generator yields, if it does so in one way, asking nobody; None else. The state stays as it is."""
        found: list[Value] = []

        def hook(s: State, value: Value) -> Found:
            if s.forks != st.forks or len(found) >= MOST:
                raise Several
            found.append(value)
            return [(s, NONE)]

        kept = self.stack[:], self.guards[:], self.capture, self.since
        asks, self.alone = self.alone, True
        try:
            ends = self.run_generator(made, st.fork(), hook, site)
        except Several:
            self.stack[:], self.guards[:], self.capture, self.since = kept
            return None
        finally:
            self.alone = asks
        settled = len(ends) == 1 and not isinstance(ends[0][1], Thrown) and ends[0][0].sent == st.sent
        return found if settled and ends[0][0].forks == st.forks and len(found) < MOST else None

    def run_out(self, found: Found, site: Any) -> Found:
        """Values that are taken whole (`list(pages())`, `*pages()`): a generator is run to its end, for a list."""
        return [r for s, v in found for r in (self._drained(v, s, site) if is_generator(v) else [(s, v)])]

    def _drained(self, made: Made, st: State, site: Any) -> Found:
        known = self.yields(st, made, site)
        if known is not None:
            return [(st, self.alloc(st, ListObj(tuple(known))))]
        place = self.new_frame(None)

        def hook(s: State, value: Value) -> Found:
            items = _kept(s, place)
            if len(items) < FEW:
                s.set(place, "items", Tup((*items, value)))
            return [(s, NONE)]

        found: Found = []
        for s, value in self.run_generator(made, st, hook, site):
            items = _kept(s, place)
            s.frames.pop(place, None)
            found.append((s, value if isinstance(value, Thrown) else self.alloc(s, ListObj(items, len(items) == FEW))))
        return found

    def yield_from(self, source: Value, st: State, cx: Cx, site: Any) -> Found:
        """`yield from source`: each item goes where a yielded value goes; of a source that isn't known, one."""
        if is_generator(source):
            return self.run_generator(source, st, cx.on_yield, site)
        known, _ = self.items_of(st, source)
        going: Found = [(st, NONE)]
        for item in (
            (known or [])[:MOST] if known is not None else [Unk(("item", key_of(source), 0), taint=tainted(source))]
        ):
            going = [r for s, v in going for r in ([(s, v)] if isinstance(v, Thrown) else cx.on_yield(s, item))]
        return going


def is_generator(value: Value) -> TypeGuard[Made]:
    """Whether a value is what a project's generator function gave, which has not run yet."""
    return isinstance(value, Made) and value.name == "generator" and bool(value.args)


def _kept(st: State, frame: int) -> tuple[Value, ...]:
    found = st.get(frame, "items")
    return found.items if isinstance(found, Tup) else ()
