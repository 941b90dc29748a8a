"""Generators: their bodies run where what they yield is taken, one by one or as a whole."""

from __future__ import annotations

from typing import Any, Final, TypeGuard

from .contents import Contents
from .core import Cx, Found, Several
from .ends import Raise, Return
from .functions import DEPTH
from .state import Inst, ListObj, State
from .values import ABSENT, NONE, Const, Ext, Made, Native, Ref, Thrown, Tup, Unk, Value, key_of, tainted

MOST: Final = 64
"""Values of a generator that are followed one by one."""
NEAR: Final = 7
"""Values of a generator without end that are known: the turns of its loop are followed one by one so far."""
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
        found, end = self.tried(st, made, site)
        return found if end is NONE else None

    def tried(self, st: State, made: Made, site: Any) -> tuple[list[Value], Value | None]:
        """What a generator yields in one way, asking nobody, and how it ends: NONE, what of the language fails in it,
        ABSENT where it never does (then the first few are told); None where that isn't known. The state stays."""
        found: list[Value] = []
        place = self.new_frame(None)

        def hook(s: State, value: Value) -> Found:
            turn = Unk(("turn", len(found)))  # no number, which a loop would count on
            one_way = s.forks == st.forks and s.mask == st.mask and (s.get(place, "turn") or turn) == turn
            if not one_way or len(found) >= MOST:
                raise Several
            found.append(value)
            s.set(place, "turn", Unk(("turn", len(found))))
            return [(s, NONE)]

        kept = self.stack[:], self.guards[:], self.capture, self.since, self.bounds
        asks, self.alone, endless = self.alone, True, len(self.endless)
        try:
            ends = self.run_generator(made, st.fork(), hook, site)
        except Several:
            self.stack[:], self.guards[:], self.capture, self.since, self.bounds = kept
            return found, None
        finally:
            self.alone = asks
            del self.endless[endless:]
        if not ends:
            return found[:NEAR], ABSENT
        end, value = ends[0]
        if len(ends) > 1 or end.forks != st.forks or end.mask != st.mask or end.sent != st.sent:
            return found, None
        return found, self._failed(end, value) if isinstance(value, Thrown) else NONE

    def _failed(self, st: State, thrown: Thrown) -> Thrown | None:
        """What fails in a generator, as its name and place; None for what somebody raises."""
        obj = self.obj(st, thrown.exc) if isinstance(thrown.exc, Ref) else None
        place = obj.attrs.get("__crash__") if isinstance(obj, Inst) else None
        if not isinstance(obj, Inst) or not isinstance(obj.cls, Ext) or not isinstance(place, Unk):
            return None
        return Thrown(Made(obj.cls.name, (Const(place.key[1]),)))

    def run_out(self, found: Found, site: Any) -> Found:
        """Values that are taken whole (`list(pages())`, `*pages()`): a generator is run to its end, for a list."""
        given = [r for s, v in found for r in self.iterated(v, s, site)]
        return [r for s, v in given for r in (self._drained(v, s, site) if is_generator(v) else [(s, v)])]

    def iterated(self, source: Value, st: State, site: Any) -> Found:
        """What a loop over a value goes through: of an object of the project what its `__iter__` gives."""
        for name in ("__iter__", "__aiter__") if isinstance(source, Ref) else ():
            if isinstance(source, Ref) and (hook := self.special(st, source, name)) is not None:
                return self.call(hook, [], [], st, None, site)
        return [(st, source)]

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
        if (own := self.iterated(source, st, site)) != [(st, source)]:
            return [r for s, v in own for r in ([(s, v)] if isinstance(v, Thrown) else self.yield_from(v, s, cx, site))]
        known, _ = self.gone_through(st, source)
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
