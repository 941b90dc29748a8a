"""What the runs mean: resends with their gaps, ends with what they tell the caller. Rules ask these small questions."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from ..contracts.plain import frozen
from .enclosing import Functions
from .flow.domain import Domain
from .flow.facts import Facts
from .flow.interp import Interp
from .flow.outside import writes
from .flow.state import Event, Site, State
from .flow.values import (
    Ref,
    Thrown,
    Value,
    narrow,
)
from .operations import Run
from .resends import Resend, resends
from .shapes import alike, shape


@frozen
class End:
    """How a root ends for some points. value: what it returns, or what it throws."""

    run: Run
    state: State
    domain: Domain
    mask: int
    value: Value
    certain: bool

    @property
    def thrown(self) -> Value | None:
        """The exception that leaves, if one does."""
        return self.value.exc if isinstance(self.value, Thrown) else None

    def events(self, mask: int | None = None) -> tuple[Event, ...]:
        """What the points went through since the last request, oldest first."""
        found = self.state.trail.events(mask or self.mask) if self.state.trail else []
        last = max((i for i, e in enumerate(found) if e.kind == "request"), default=-1)
        return tuple(found[last + 1 :])

    def path(self, mask: int) -> tuple[Event, ...]:
        """The whole path."""
        return tuple(self.state.trail.events(mask)) if self.state.trail else ()


class Done(NamedTuple):
    """Something done for good. said: it is printed, yielded or written. objects: which ones it is done with. shown:
    what can be seen of all that it is done with."""

    said: bool
    site: Site
    objects: frozenset[Ref]
    shown: list[Any]


@dataclass
class Judgement:
    """All runs of one reading."""

    interp: Interp
    runs: list[Run]
    referenced: frozenset[str] = field(default_factory=frozenset)
    memo: Any = None
    constants: dict[Any, list[Site]] | None = None

    def without(self, path: str) -> Judgement:
        """The same, but for the runs that start in a file."""
        return Judgement(self.interp, [r for r in self.runs if r.root.path != path], self.referenced)

    @property
    def facts(self) -> Facts:
        """What single expressions told."""
        return self.interp.facts

    @cached_property
    def around(self) -> Functions:
        """Which function is around a place."""
        return Functions(self.interp.modules)

    def function_at(self, site: Site) -> int:
        """The ident of the innermost function around a place, -1 at module level."""
        return self.around.at(site)

    def bound(self, path: str) -> Domain | None:
        """The provider that a file is bound to."""
        provider = self.interp.binder.bound.get(path)
        return self.interp.binder.of(provider) if provider else None

    def only_domain(self) -> Domain | None:
        """The one provider of the project, None if there are several or none."""
        providers = {p for p in self.interp.binder.bound.values() if p}
        return self.interp.binder.of(providers.pop()) if len(providers) == 1 else None

    def unfinished_reads(self, end: End) -> set[str]:
        """The places of the body that the project reads of unfinished replies about the same resource."""
        if end.state.target is None:
            return set()
        place = self.interp.replies[end.state.target[0]].place
        return {p for other, read in self.facts.unfinished.items() if _one_resource(place, other) for p in read}

    @cached_property
    def ends(self) -> list[End]:
        """All ends after a reply of a provider."""
        found: list[End] = []
        for run in self.runs:
            for st, value in run.ends:
                domain = self.interp.domain_of(st)
                if domain is not None and st.mask & domain.full and not st.turned:
                    found.append(End(run, st, domain, st.mask & domain.full, value, st.certain))
        return found

    def ends_of(self, run: Run) -> list[End]:
        """The ends of one run."""
        return self._ends_by_run.get(id(run), [])

    @cached_property
    def _ends_by_run(self) -> dict[int, list[End]]:
        found: dict[int, list[End]] = {}
        for end in self.ends:
            found.setdefault(id(end.run), []).append(end)
        return found

    @cached_property
    def broken_successes(self) -> int:
        """Roots for which no success of a request ends well: a reading under which that happens is not the client's."""
        well: dict[tuple[int, Any], bool] = {}
        for end in self.ends:
            if end.mask & end.domain.success:
                key = (id(end.run), end.state.target)
                well[key] = well.get(key, False) or end.thrown is None
        return sum(1 for ok in well.values() if not ok)

    @cached_property
    def untold(self) -> int:
        """Roots for which all errors of a request end as a success does."""
        told: dict[tuple[int, Any], bool] = {}
        for end in self.ends:
            key = (id(end.run), end.state.target)
            errors = end.mask & end.domain.errors
            told[key] = told.get(key, False) or bool(errors and not end.mask & end.domain.success)
        return sum(1 for apart in told.values() if not apart)

    @cached_property
    def resends(self) -> list[Resend]:
        """All resends that a success does not make too: a request that goes out again whatever comes is no retry."""
        return [resend for run in self.runs for resend in resends(self.interp, self.around, run)]

    # --- what a caller learns

    def carries(self, end: End) -> bool:
        """Whether what leaves lets the caller learn which case it was (a code, a status, a body, a response)."""
        return self.interp.carries(end.state, end.thrown or end.value)

    def told_apart(self, end: End, mask: int, picked: bool = False) -> bool:
        """Whether no success of the same root gives the caller the same as this end does for some points.

        An unfinished result may look like a success that, for reasons of its own, is not final either; so may an error
        that was picked out, where that success was thrown and caught like it; and so may a success in a batch of which
        another request failed.
        """
        shown = shape(self.interp, _at(end.state, mask), narrow(end.value, mask))
        unfinished = not mask & ~end.domain.unfinished
        doubtful = differs = False
        for other in self.successes(end):
            bits = other.mask & end.domain.success if other.domain is end.domain else other.mask
            same = self._returned_like(end, mask, other)
            usual = shape(self.interp, _at(other.state, bits), narrow(other.value, bits))
            if not alike(shown, usual, same):
                # A success that may as well be without data tells nothing of one that has some.
                differs = differs or not (unfinished and not other.certain and alike(usual, shown, same))
                continue
            events = other.events(bits)
            thrown_too = picked and any(e.kind == "catch" for e in events)
            in_a_batch = any(e.kind == "branch" and e.text.startswith("others") for e in events)
            if not (in_a_batch or thrown_too or (unfinished and not other.certain)):
                return False
            doubtful = True
        return differs or not doubtful

    def successes(self, end: End) -> list[End]:
        """The ends of the same root for a success of the same request."""
        return [
            e
            for e in self.ends_of(end.run)
            if e.mask & e.domain.success and e.thrown is None and e.state.target == end.state.target
        ]

    def same_place(self, end: End, mask: int) -> bool:
        """Whether a success of the same root returns from the statement that these points return from, once the last
        decision on them is made."""
        return any(self._returned_like(end, mask, other) for other in self.successes(end))

    def _returned_like(self, end: End, mask: int, other: End) -> bool:
        """The same of one success: where the last decision led, and where the root was left."""
        events = end.events(mask)
        last = max((i for i, e in enumerate(events) if e.kind == "branch"), default=-1)
        here = next((e.site for e in events[last + 1 :] if e.kind == "return"), None)
        there = {(e.site, e.text) for e in other.events(other.mask & end.domain.success) if e.kind == "return"}
        left = {(e.site, e.text) for e in events[last + 1 :] if e.kind == "return" and e.text == "root"}
        return left <= there and (here in {site for site, _ in there} or (here is None and not there))

    def positive(self, events: tuple[Event, ...]) -> bool:
        """Whether the last decision before the end picked these points out (`if code == …`), rather than letting them
        through."""
        picks = [e for e in events if e.kind == "branch"]
        return bool(picks) and picks[-1].text in ("true", "case")

    def special(self, end: End, mask: int) -> bool:
        """Whether something is done for good on the way to an end that isn't done for every success."""
        done = [self._effects(other, other.mask & other.domain.success) for other in self.successes(end)]
        usual = set.intersection(*done) if done else set()
        return not self._effects(end, mask) <= usual

    def instead(self, end: End, mask: int) -> bool:
        """Whether something is done for good on the way to an end in the place of what is done for every success."""
        done = [self._effects(other, other.mask & other.domain.success) for other in self.successes(end)]
        here, usual = self._effects(end, mask), set.intersection(*done) if done else set()
        return bool(usual) and bool(here) and here.isdisjoint(usual)

    def _effects(self, end: End, mask: int) -> set[Any]:
        """What is done for good on the way to an end: where, and with which constants; what is printed counts whole."""
        st = _at(end.state, mask)
        shown = [(e, [shape(self.interp, st, narrow(v, mask)) for v in e.values]) for e in end.state.effects]
        return {
            (e.site, *(v for v in values if v[0] in ("const", "member") or e.name == "print")) for e, values in shown
        }

    def not_done(self, end: End) -> bool:
        """Whether what is done for good for a success, and for no error, isn't done on the way to this end."""
        others = [e for e in self.ends_of(end.run) if e.state.target == end.state.target]
        done = {e.site for other in others if other.mask & other.domain.success for e in other.state.effects}
        for other in others:
            if not other.mask & (other.domain.success | other.domain.unfinished):
                done -= {e.site for e in other.state.effects}
        return bool(done) and done.isdisjoint(e.site for e in end.state.effects)

    def said_apart(self, end: End, mask: int) -> bool:
        """Whether something is printed, yielded or written on the way to an end that no success prints, yields or
        writes there: what a program or a generator says is its result, and so is what it leaves in a file. What else
        is done for good, in a database say, tells it where a success does it too, with something else. One helper may
        write several things: an object is held against what a success leaves in that object, where it is written too.
        """
        usual = [done for e in self.successes(end) for done in self._done(e, e.mask & e.domain.success)]
        says, there = any(one.said for one in usual), {one.site for one in usual}
        for one in self._done(end, mask):
            here = [other for other in usual if other.site == one.site]
            same = [other for other in here if one.objects and other.objects == one.objects]
            told = says if one.said else one.site in there
            if told and not any(all(map(_alike, one.shown, other.shown)) for other in same or here):
                return True
        return False

    def _done(self, end: End, mask: int) -> list[Done]:
        """What is done for good on the way to an end."""
        st = _at(end.state, mask)
        return [
            Done(
                e.name in ("print", "yield") or writes(e.name),
                e.site,
                frozenset(v for v in e.values if isinstance(v, Ref)),
                [shape(self.interp, st, narrow(v, mask)) for v in e.values],
            )
            for e in end.state.effects
        ]

    def stood_in_for(self, end: End) -> bool:
        """Whether another request to the provider succeeded afterwards, one that a success is not always followed by
        too: the result is that one's."""
        anyway = [other.state.later for other in self.successes(end)]
        return bool(end.state.later - frozenset.intersection(*anyway) if anyway else end.state.later)

    def reads_only(self, end: End) -> bool:
        """Whether the request asks for something and starts nothing."""
        return self.interp.replies[end.state.target[0]].key.request[0] in ("GET", "HEAD")

    def recorded(self, end: End) -> bool:
        """Whether the code or what came with it was kept somewhere outside before the end."""
        usual = {e.site for s in self.successes(end) for e in s.state.effects if _shows(e.name)}
        for effect in end.state.effects:
            # Where a success is written too, what a reply held tells no more than that.
            data = _shows(effect.name) and effect.site in usual
            told = (self.interp.carries(end.state, v, bodies=False) for v in effect.values) if data else ()
            if any(told) if data else effect.carries:
                return True
        return any(self.interp.carries(end.state, Ref(n)) for n in self.interp.given if n in end.state.heap)


def _shows(name: str) -> bool:
    """Whether what is called puts something out: into a file, or on the terminal."""
    return writes(name) or name == "print"


def _alike(one: Any, other: Any) -> bool:
    return alike(one, other, True)


def _at(st: State, mask: int) -> State:
    """The state for some of its points."""
    if mask == st.mask:
        return st
    return st.fork(mask)


def _one_resource(place: str, other: str) -> bool:
    """Whether one of two URLs is the other's, or lies below it."""
    short, long = sorted((place, other), key=len)
    return short == long or (long.startswith(short) and any(c.isalpha() for c in short))
