"""Paths that differ in little are put together again, so that their number stays small."""

from __future__ import annotations

from typing import Any, Final

from .core import Core, Found
from .state import DictObj, Inst, ListObj, State
from .values import (
    Thrown,
    Value,
    split,
)

MAX_STATES: Final = 160


class Merging(Core):
    """Part of the interpreter."""

    def merge(self, states: list[State]) -> list[State]:
        """Join states that differ in their points only; keep their number bounded."""
        if len(states) < 2:
            return states
        index: dict[Any, State] = {}
        for state in states:
            key = self.signature(state)
            other = index.get(key)
            if other is None:
                index[key] = state
            else:
                other.join(state)
        found = list(index.values())
        if len(found) > MAX_STATES:
            found.sort(key=lambda s: not s.certain)
            self.facts.unresolved.setdefault(("", 0), "too many paths")
            found = found[:MAX_STATES]
        return found

    def signature(self, st: State) -> Any:
        """What makes two states the same, apart from their points, the path and the certainty."""
        frames = tuple((f, tuple(vs.items())) for f, vs in sorted(st.frames.items()))
        heap = tuple((i, heap_key(o)) for i, o in sorted(st.heap.items()))
        return (
            frames, heap, st.target, st.history, st.clock, st.unsure, st.waited, st.handled, st.layers, st.effects,
            st.certain, st.remedies,
        )  # fmt: skip

    def rejoin(self, st: State, found: Found) -> Found:
        """Put paths that differ in points and value only together again, so that a choice of value needs no fork."""
        if len(found) < 2 or any(isinstance(v, Thrown) for _, v in found):
            return found
        index: dict[Any, list[tuple[State, Value]]] = {}
        for s, value in found:
            index.setdefault((self.signature(s)), []).append((s, value))
        done: Found = []
        for group in index.values():
            first = group[0][0]
            if len(group) == 1 or any(a.mask & b.mask for i, (a, _) in enumerate(group) for b, _ in group[i + 1 :]):
                done.extend(group)
                continue
            value = split((s.mask, v) for s, v in group)
            for other, _ in group[1:]:
                first.join(other)
            done.append((first, value))
        return done


def heap_key(obj: Any) -> Any:
    match obj:
        case Inst(cls, attrs, args):
            return (cls, tuple(attrs.items()), args)
        case ListObj(items, more, kind):
            return (items, more, kind)
        case DictObj(items, more):
            return (items, more)
    return obj
