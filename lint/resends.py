"""The same request once more: which paths send it, after how long, and where that was decided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..contracts.plain import frozen
from .counted import places, same_each_time
from .enclosing import Functions
from .flow.domain import Domain
from .flow.interp import Interp
from .flow.loops import CONCRETE
from .flow.state import Event, Inst, Sent, Site, State
from .flow.values import Ref, Thrown, Value
from .operations import Run
from .planned import put_back


@frozen
class Resend:
    """The same request once more. number: 1 for the first resend. gap: seconds since the request before; None unknown.
    total: resends on this path in all; endless: there is no end to them."""

    run: Run
    state: State
    domain: Domain
    number: int
    total: int
    before: Sent
    sent: Sent
    gap: float | None
    mask: int
    endless: bool
    site: Site
    remedy: bool
    certain: bool

    @property
    def span(self) -> float | None:
        """Seconds since the attempt before the last one: None where there was none, or a wait between isn't known."""
        if self.gap is None:
            return None
        if self.before is self.sent:
            return 2 * self.gap  # left to a later run, which leaves it to a later one in the same way
        if self.number < 2 or self.before.unsure:
            return None
        return self.sent.clock - self.state.sent[self.number - 2].clock

    @property
    def more(self) -> str:
        """`or more` where the total may be larger: turns of a loop or a layer beyond that aren't followed."""
        return " or more" if self.total >= CONCRETE else ""

    @property
    def layers(self) -> dict[Site, str]:
        """The kinds of the layers that repeat the request, by place: no batch in whose later turn it is first sent."""
        around = self.state.sent[0].layers
        return {site: kind for kind, site in self.sent.layers if (kind, site) not in around}

    def events(self, mask: int) -> tuple[Event, ...]:
        """The path of some of its points."""
        return tuple(self.state.trail.events(mask)) if self.state.trail else ()

    def waited_at(self, around: Functions) -> Site:
        """Where it was waited before: below the decision in the same function, else there."""
        return self._last(around, "sleep")

    def counted_at(self, around: Functions) -> Site:
        """Where the attempts were counted: the last test of anything but the reply, below the decision in the same
        function, else there."""
        return self._last(around, "test")

    def _last(self, around: Functions, kind: str) -> Site:
        """The last event of a kind before it, below the decision in the same function, else the decision."""
        events = [e for e in self.events(self.mask) if e.kind in ("request", kind)]
        requests = [i for i, e in enumerate(events) if e.kind == "request"]
        if self.number < len(requests):
            for event in reversed(events[requests[self.number - 1] : requests[self.number]]):
                path, n = event.site
                below = path == self.site[0] and n > self.site[1]
                if event.kind == kind and below and around.at(event.site) == around.at(self.site):
                    return event.site
        return self.site


def resends(it: Interp, around: Functions, run: Run) -> Iterator[Resend]:
    """All resends of a root that a success does not make too."""
    paths = [(s, False) for s, _ in run.ends] + [(s, site is not None) for s, site in run.endless]
    anyway = _repeated_on_success(it, around, run)
    for st, endless in paths:
        domain = it.domain_of(st)
        if domain is not None and len(st.sent) > 1:
            for resend in _of_path(around, run, st, domain, endless):
                if (resend.state.target, resend.sent.site) not in anyway:
                    yield resend
    yield from _planned(it, run)


def _planned(it: Interp, run: Run) -> list[Resend]:
    """Resends that are left to the root's next run; none where a success is put back too, by a plan for all."""
    found: list[Resend] = []
    for st, _ in run.ends:
        domain = it.domain_of(st)
        if domain is None:
            continue
        for mask, seconds in put_back(it, st, (it.replies[st.target[0]].key.request,)):
            if mask & domain.success:
                return []
            bits, last = mask & domain.documented, st.sent[-1]
            found.append(
                Resend(
                    run, st, domain, len(st.sent), len(st.sent), last, last, seconds, bits, False,
                    _looked_at(st, mask, last), bool(st.remedies), st.certain,
                )
            )  # fmt: skip
    return found


def _looked_at(st: State, mask: int, last: Sent) -> Site:
    """Where the last reply of a path was looked at last, for some points; else where it was asked for."""
    events = st.trail.events(mask) if st.trail else []
    asked = max((i for i, e in enumerate(events) if e.kind == "request"), default=-1)
    return next((e.site for e in reversed(events[asked + 1 :]) if e.kind == "branch"), last.site)


def _repeated_on_success(it: Interp, around: Functions, run: Run) -> set[Any]:
    """Resends that a success makes too: of the successes that the client takes for one, if it takes any. What repeats
    a success a few times is asked for the wrong thing, but retries all the same: a retry library, a branch on the reply
    that waits for it, where other replies leave at once, and a loop that counts attempts, where they leave it."""
    taken: dict[Any, int] = {}
    reached: list[tuple[State, Domain, bool]] = []
    ends = [
        *((st, value, False) for st, value in run.ends),
        *((st, site, site is not None) for st, site in run.endless),
    ]
    for st, value, endless in ends:
        domain = it.domain_of(st)
        if domain is None or not st.mask & domain.success:
            continue
        if st.certain:
            reached.append((st, domain, endless))
        if isinstance(value, Value) and not isinstance(value, Thrown) and not _caught(st):
            taken[st.target] = taken.get(st.target, 0) | st.mask & domain.success
    again = [
        (st, s)
        for st, domain, endless in reached
        for s in st.sent[1:]
        if s.mask & (taken.get(st.target) or domain.success) and (endless or not _by_library(s))
    ]
    leaving = _leaving_at(it, run) if again else set()
    forever = {st.target for st, _, endless in reached if endless}
    return {
        (st.target, s.site)
        for st, s in again
        if st.target in forever
        or not ((st.target, _waited_by_choice(around, st, s)) in leaving or _counted(it, st, s, leaving))
    }


def _counted(it: Interp, st: State, sent: Sent, leaving: set[Any]) -> bool:
    """Whether a loop that counts attempts, and that some errors leave at a branch of it, sent the very same again."""
    loop = next((s.layers[-1] for s in st.sent[st.sent.index(sent) :] if s.layers), ("", ("", 0)))
    inside = places(it.modules, loop[1]) if loop[0] == "loop" else frozenset()
    if not sent.layers and (sent.decision is None or sent.decision.site not in inside):
        return False  # the first request came before the loop, and so did this one
    left = any((st.target, place) in leaving for place in inside)
    return left and same_each_time(it.replies[st.target[0]].key.request)


def _caught(st: State) -> bool:
    """Whether the last reply of a path was raised as an error and caught, whatever was made of it then."""
    events = st.trail.events(st.mask) if st.trail is not None else []
    asked = max((i for i, e in enumerate(events) if e.kind == "request"), default=-1)
    return any(e.kind == "catch" for e in events[asked + 1 :])


def _leaving_at(it: Interp, run: Run) -> set[Any]:
    """The branches at which errors leave after one request, each with the request; a crash is no choice."""
    found: set[Any] = set()
    for st, value in run.ends:
        domain = it.domain_of(st)
        if domain is None or not st.certain or len(st.sent) != 1 or not st.mask & domain.errors or st.trail is None:
            continue
        exc = it.obj(st, value.exc) if isinstance(value, Thrown) and isinstance(value.exc, Ref) else None
        if not (isinstance(exc, Inst) and "__crash__" in exc.attrs):
            found |= {(st.target, e.site) for e in st.trail.events(st.mask & domain.errors) if e.kind == "branch"}
    return found


def _waited_by_choice(around: Functions, st: State, sent: Sent) -> Site | None:
    """The branch on the reply that led to a wait in the same function and to the same request once more, written out:
    each turn of a loop may ask for something else, and so may two calls of what asks, which isn't always seen."""
    chosen = sent.decision
    if chosen is None or chosen.kind != "branch" or sent.layers or st.trail is None:
        return None
    events = st.trail.events(st.mask)
    wait = next((e.site for e in events if e.kind == "sleep" and e.serial > chosen.serial), None)
    same = wait is not None and (wait[0], around.at(wait)) == (chosen.site[0], around.at(chosen.site))
    return chosen.site if same else None


def _of_path(around: Functions, run: Run, st: State, domain: Domain, endless: bool) -> Iterator[Resend]:
    events = st.trail.events(st.mask) if st.trail is not None else []
    requests = [i for i, e in enumerate(events) if e.kind == "request"]
    for number, (before, sent) in enumerate(zip(st.sent, st.sent[1:], strict=False), 1):
        gap = None if sent.unsure else sent.clock - before.clock
        if gap == 0.0 and sent.waited:
            gap = 0.001
        remedy = bool(sent.remedies) or before.credentials != sent.credentials
        between = events[requests[number - 1] : requests[number]] if number < len(requests) else []
        site = _decided_at(around, sent, between)
        yield Resend(
            run, st, domain, number, len(st.sent) - 1, before, sent, gap, st.mask & sent.mask & domain.documented,
            endless, site, remedy, sent.certain,
        )  # fmt: skip


def _decided_at(around: Functions, sent: Sent, between: list[Event]) -> Site:
    """Where a resend was decided: the last look at the reply in the function that repeats, else anywhere.

    between: the path from the request before it.
    """
    if sent.decision is None:
        return sent.layers[-1][1] if sent.layers else sent.site
    decided = sent.decision.site
    if not sent.layers:
        return decided
    loop = sent.layers[-1][1]
    home = (loop[0], around.at(loop))
    if (decided[0], around.at(decided)) == home:
        return _class_asked(between, sent.decision, around, home) or decided
    here = [e for e in between if (e.site[0], around.at(e.site)) == home]
    looks = [e for e in here if e.kind in ("branch", "catch", "retry")]
    # A look before the decision didn't make it; the test of what the function that made it answered did.
    tests = [e for e in here if e.kind == "test" and e.serial > sent.decision.serial]
    if looks and looks[-1].serial < sent.decision.serial:
        if tests:
            return tests[0].site
        if looks[-1].kind == "catch":
            return decided  # it only hands over what it caught
    if not looks and tests and decided == sent.site:
        return tests[-1].site  # the transport told an error from a success, and the client took both alike
    return looks[-1].site if looks else decided


def _class_asked(between: list[Event], caught: Event, around: Functions, home: tuple[str, int]) -> Site | None:
    """Where a function asked of which class an exception that it caught is, by itself or through another function."""
    later = [e for e in between if caught.kind == "catch" and e.serial > caught.serial and e.kind == "test"]
    asked = next((e.serial for e in later if e.text == "class"), None)
    if asked is None:
        return None
    return next((e.site for e in later if e.serial >= asked and (e.site[0], around.at(e.site)) == home), None)


def _by_library(sent: Sent) -> bool:
    """Whether a retry library sent the request again, not a loop or a function of the client's own."""
    return bool(sent.layers) and sent.layers[-1][0] not in ("loop", "recursion")
