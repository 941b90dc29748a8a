"""Paths that differ in little are put together again, so that their number stays small."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from .core import Core, Found
from .likeness import Likeness, Mark, resends
from .state import Inst, State
from .values import (
    NONE,
    Const,
    Made,
    Ref,
    Thrown,
    Tup,
    Unk,
    Value,
    split,
)

MAX_STATES: Final = 160
MANY: Final = 6
"""The most paths of which nobody asks whether they are alike."""
CROWDS: Final = ((6_000, 12, 1), (3_000, 24, 2), (0, 48, 2))
"""By how many steps a run has taken: the most paths that may differ in values only; how many of a larger crowd are kept
for each point and each thing that is told of its requests."""
ALIKE: Final = 8
"""The most paths that are kept of those that are only possible and differ in nothing that a rule asks about."""


class Merging(Core):
    """Part of the interpreter."""

    def merge(self, states: list[State], before: int = 0) -> list[State]:
        """Join states that differ in their points only; keep their number bounded. before: how many there were."""
        if len(states) < 2:
            return states
        index: dict[Any, State] = {}
        for state in states:
            key = self.signature(state)
            other = index.get(key)
            if other is None:
                index[key] = state
            else:
                other.join(state, same=True)
        found = self.few(self.unlike(list(index.values())) if len(index) > max(MANY, before) else list(index.values()))
        if len(found) > MAX_STATES:
            found.sort(key=lambda s: not s.certain)
            self.facts.unresolved.setdefault(("", 0), "too many paths")
            found = found[:MAX_STATES]
            for state in found:
                state.pruned = True
        return found

    def unlike(self, states: list[State]) -> list[State]:
        """Join states that are alike (see `likeness`), where there are many; of those that are alike from here on and
        differ in what lies behind them, keep as many as it takes to show all of that.

        A choice that each turn of a loop makes anew (to wait or not) makes twice as many pasts with each turn, which
        tell no more than two of them: each resend is judged by itself.
        """
        found = [state for group in self._grouped([(s, None) for s in states], self.since) for state, _ in group]
        crowd, times = next((most, times) for steps, most, times in CROWDS if self.steps >= steps)
        if len(found) <= crowd:
            return found
        outlines: dict[Any, list[State]] = {}
        for state in found:
            key = (state.target, state.turned, state.certain, state.later, _caught(state))
            outlines.setdefault(key, []).append(state)
        return [state for group in outlines.values() for state in _showing_all(group, times)]

    def _grouped(self, found: list[tuple[State, Any]], since: Mark) -> Iterator[list[tuple[State, Any]]]:
        """Paths with a value each, by what is alike from here on: of each group as many as show what lies behind."""
        index: dict[Any, State] = {}
        alike: dict[Any, dict[int, tuple[State, Any]]] = {}
        for state, value in found:
            ahead, behind = Likeness(state, self.known, since).of(value), tuple(resends(state))
            other = index.setdefault((ahead, behind), state)
            if other is state:
                alike.setdefault(ahead, {})[id(state)] = (state, value)
            else:
                if state.mask & ~other.mask:
                    other.join(state, same=True)
                other.assumed = {k: v for k, v in other.assumed.items() if state.assumed.get(k) is v}
        for group in alike.values():
            yield [group[id(state)] for state in _showing_all([state for state, _ in group.values()])]

    def unlike_ends(self, found: list[tuple[State, Any]], since: Mark) -> list[tuple[State, Any]]:
        """Join the ends of a call that are alike, value and all, where there are many: what the call kept for itself is
        gone. since: when it began."""
        return found if len(found) <= ALIKE else [end for group in self._grouped(found, since) for end in group]

    def few(self, states: list[State]) -> list[State]:
        """Paths that are only possible, or hang on what the data of successes say: a few stand for all that have the
        same points and the same requests behind them.

        What is made of a reply's data forks at each `or` and `if` on a value that nobody knows; such forks multiply,
        and none of them makes a finding definite.
        """
        return [s for s, _ in self.few_ends([(s, None) for s in states])]

    def few_ends(self, found: list[tuple[State, Any]], most: int = ALIKE) -> list[tuple[State, Any]]:
        """The same of paths with a value each: kinds of values, classes of exceptions and whether a list is empty
        count."""
        if len(found) <= most:
            return found
        alike: dict[Any, list[int]] = {}
        kept: list[tuple[State, Any]] = []
        for st, value in found:
            if st.certain and not st.supposed:
                kept.append((st, value))
                continue
            key = (
                st.mask,
                st.certain,
                st.target,
                st.history,
                st.clock,
                st.unsure,
                st.remedies,
                st.layers,
                self._kind(st, value),
            )
            group = alike.setdefault(key, [])
            if len(group) < most:
                group.append(len(kept))
                kept.append((st, value))
            elif (wider := next((n for n in group if self.stands_for((st, value), kept[n])), None)) is not None:
                kept[wider] = (st, value)
            elif not any(self.stands_for(kept[n], (st, value)) for n in group):
                for n in group:
                    kept[n][0].pruned = True  # how those left out end is not known any more
        return kept

    def stands_for(self, one: tuple[State, Any], other: tuple[State, Any]) -> bool:
        """Whether whatever becomes of one path, with its value, may become of the other: what it has that the other has
        not is that some data aren't known, which the other lacks. What both had before is the same in both."""
        (st, value), (st2, value2) = one, other
        if st.pruned != st2.pruned or [(e.site, e.carries) for e in st.effects] != [
            (e.site, e.carries) for e in st2.effects
        ]:
            return False
        if any(st2.heap.get(n, obj) != obj for n, obj in st.heap.items()):
            return False
        if any(st2.frames.get(n, frame) != frame for n, frame in st.frames.items()):
            return False
        return self._wider(st, value, st2, value2)

    def _wider(self, st: State, value: Any, st2: State, value2: Any) -> bool:
        """Whether a value may be the other, as far as can be told from the code."""
        if isinstance(value, Unk) and value.taint and value.field is None and value.type is None:
            return value2 == NONE or (isinstance(value2, Unk) and value2.taint and value2.field is None)
        if isinstance(value, (list, tuple)) and isinstance(value2, (list, tuple)):
            same = len(value) == len(value2)
            return same and all(self._wider(st, a, st2, b) for a, b in zip(value, value2, strict=True))
        if isinstance(value, Tup) and isinstance(value2, Tup):
            return self._wider(st, value.items, st2, value2.items)
        if isinstance(value, Made) and isinstance(value2, Made) and value.name == value2.name:
            return self._wider(st, value.args, st2, value2.args) and value.kwargs == value2.kwargs
        if isinstance(value, Ref) and isinstance(value2, Ref):
            obj, obj2 = self.obj(st, value), self.obj(st2, value2)
            if isinstance(obj, Inst) and isinstance(obj2, Inst) and obj.cls == obj2.cls:
                names = obj.attrs.keys() | obj2.attrs.keys()
                pairs = ((obj.args, obj2.args), *((obj.attrs.get(n), obj2.attrs.get(n)) for n in names))
                return all(self._wider(st, a, st2, b) for a, b in pairs)
            return bool(obj == obj2)
        return bool(value == value2)

    def _kind(self, st: State, value: Any) -> Any:
        if isinstance(value, Thrown):
            obj = self.obj(st, value.exc) if isinstance(value.exc, Ref) else None
            return ("thrown", obj.cls if isinstance(obj, Inst) else value.exc)
        if isinstance(value, list):
            return bool(value)
        return value if isinstance(value, Const) else type(value)

    def signature(self, st: State) -> Any:
        """What makes two states the same, apart from their points, the path and the certainty."""
        return (
            self.numbers.of(st.frames), self.numbers.of(st.heap),
            st.target, st.history, st.clock, st.unsure, st.waited, st.handled, st.layers, st.effects,
            st.certain, st.remedies, st.turned,
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


def _caught(st: State) -> bool:
    """Whether an exception was caught since the last request: what follows is done for an error, or for what isn't."""
    trail = st.trail
    while trail is not None and trail.event.kind not in ("catch", "request"):
        trail = trail.before
    return trail is not None and trail.event.kind == "catch"


def _showing_all(states: list[State], times: int = 1) -> list[State]:
    """As many of some states as it takes to show each of their requests, for each point that it is sent for, so many
    times. Looked through from both ends: what the first of them show may be shown by those that later ones need."""
    if len(states) < 2:
        return states
    kept = _needed(_needed(states, times)[::-1], times)[::-1]
    if len(kept) < len(states):
        for state in kept:
            state.pruned = True  # whether each path to where they end has a resend is not known any more
    return kept


def _needed(states: list[State], times: int) -> list[State]:
    """Those that show a request, for a point, that fewer than so many before them show."""
    shown: dict[object, int] = {}
    kept: list[State] = []
    for state in states:
        past = [(turn, one) for one in resends(state) for turn in range(times)]
        if any(state.mask & ~shown.get(one, 0) for one in past):
            kept.append(state)
            new: dict[object, int] = {}
            for turn, one in past:
                rest = new.get(one, state.mask)
                seen = shown.get((turn, one), 0)
                shown[turn, one] = seen | rest
                new[one] = rest & seen
    return kept
