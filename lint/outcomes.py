"""What becomes of each error and each unfinished result: told to the caller, taken for success, swallowed, a crash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from ..contracts.plain import frozen
from .exceptions import canonical
from .flow.state import Event, Inst, Site
from .flow.values import NONE, Cls, Ext, Made, Ref, Unk, Value, narrow, parts
from .judgement import End, Judgement
from .planned import left_due
from .shapes import alike_points, gives_data, holds_reply, raw_body, shape

CRASHES: Final = frozenset(
    {"builtins.KeyError", "builtins.TypeError", "builtins.AttributeError", "builtins.IndexError", "builtins.ValueError",
     "builtins.StopIteration", "builtins.AssertionError", "builtins.UnboundLocalError", "json.JSONDecodeError",
     "pydantic.ValidationError"}
)  # fmt: skip


@frozen
class Outcome:
    """What became of some points at an end. kind: kept, unhandled, swallowed, crash, thrown."""

    kind: str
    end: End
    mask: int
    site: Site
    events: tuple[Event, ...]
    exc: str = ""
    certain: bool = True


def outcomes(judged: Judgement) -> list[Outcome]:
    """All outcomes of error, unfinished and unknown points."""
    found: list[Outcome] = []
    for end in judged.ends:
        domain = end.domain
        mask = end.mask & (domain.errors | domain.unfinished | domain.unknown_code)
        if not mask:
            continue
        if end.thrown is not None:
            found.extend(_thrown(judged, end, mask))
            continue
        found.extend(_returned(judged, end, m) for group in _groups(end, mask) for m in _by_shape(judged, end, group))
    return list(_settled(judged, found))


LOST: Final = ("unhandled", "swallowed")


def _settled(judged: Judgement, found: list[Outcome]) -> Iterator[Outcome]:
    """Split each outcome into what is sure and what is not. A point whose path depends on something unknown of the
    reply is sure all the same where every path ends alike."""
    spoiled: dict[tuple[int, object], int] = {}
    for outcome in found:
        if outcome.kind not in LOST:
            key = (id(outcome.end.run), outcome.end.state.target)
            spoiled[key] = spoiled.get(key, 0) | outcome.mask
    for run in judged.runs:
        for state, _ in run.endless:
            key = (id(run), state.target)
            spoiled[key] = spoiled.get(key, 0) | state.mask
    for outcome in found:
        if outcome.end.certain or outcome.kind not in LOST or outcome.end.state.pruned:
            yield replace(outcome, certain=outcome.end.certain)
            continue
        doubtful = outcome.mask & spoiled.get((id(outcome.end.run), outcome.end.state.target), 0)
        if outcome.mask & ~doubtful:
            yield replace(outcome, mask=outcome.mask & ~doubtful, certain=True)
        if doubtful:
            yield replace(outcome, mask=doubtful, certain=False)


def _groups(end: End, mask: int) -> Iterator[int]:
    """The points of an end by the way they came: caught where, picked or let through, returned where."""
    trail = end.state.trail
    events = trail.events(mask) if trail is not None else []
    keys: dict[tuple[object, ...], int] = {}
    bit = 1
    rest = mask
    while rest:
        if rest & bit:
            rest ^= bit
            mine = [e for e in events if e.mask & bit]
            last = max((i for i, e in enumerate(mine) if e.kind == "request"), default=-1)
            after = mine[last + 1 :]
            picks = [e for e in after if e.kind == "branch"]
            key = (
                tuple(e.site for e in after if e.kind == "catch"),
                picks[-1].text in ("true", "case") if picks else None,
                tuple(e.site for e in after if e.kind == "return" and e.text == "root"),
                picks[-1].site if picks else None,
            )
            keys[key] = keys.get(key, 0) | bit
        bit <<= 1
    yield from keys.values()


def _by_shape(judged: Judgement, end: End, mask: int) -> Iterator[int]:
    """The points of a group by what the caller gets for them; one group of those for which that is the code, or would
    be if they had one."""
    told = 0
    for bits in alike_points(judged.interp, end.state, end.value, mask):
        if judged.interp.carries(end.state.fork(bits), narrow(end.value, bits)):
            told |= bits
    if told:
        told |= mask & end.domain.without_code
        yield told
    mask &= ~told
    found: dict[object, int] = {}
    for bits, part in parts(end.value, mask) if mask else ():
        shown = shape(judged.interp, end.state, part)
        found[shown] = found.get(shown, 0) | bits
    for bits in found.values():
        yield from (m for m in (bits & ~end.domain.no_data, bits & end.domain.no_data) if m)


def _returned(judged: Judgement, end: End, mask: int) -> Outcome:
    events = end.events(mask)
    value = narrow(end.value, mask)
    events = until_lost(events)
    site = place_of(end, events)
    st = end.state.fork(mask)
    carries = judged.interp.carries(st, value)
    raw = raw_body(value, mask, end.state.target[0])
    caught = next((e for e in reversed(events) if e.kind == "catch"), None)

    def as_(kind: str, where: Site = site) -> Outcome:
        return Outcome(kind, end, mask, where, events)

    if holds_reply(value, mask) or (carries and not raw) or judged.recorded(end) or judged.stood_in_for(end):
        return as_("kept")
    if raw:
        return as_("unhandled" if _ladder(judged, end) else "kept")
    if not mask & ~end.domain.no_data:
        return as_("kept")  # nothing is what there is
    same = judged.same_place(end, mask)
    apart = judged.told_apart(end, mask, caught is not None and judged.positive(_until_raised(events)))
    if caught is not None and not mask & ~end.domain.unfinished and judged.not_done(end):
        return as_("kept")  # it is left as it was, for another time
    if not mask & ~end.domain.unfinished and judged.positive(events) and judged.special(end, mask):
        return as_("kept")  # something is done for it that is done for no success
    if caught is not None and not same:
        later = events[events.index(caught) + 1 :]
        if judged.positive(later) or apart or judged.special(end, mask):
            return as_("kept")
        return as_("swallowed", caught.site)
    if same and (apart or (caught is not None and (judged.special(end, mask) or _left(judged, end, mask, events)))):
        return as_("kept")
    said = not gives_data(judged.interp, st, value) and judged.said_apart(end, mask)
    if same and (said or (value == NONE and judged.positive(events) and judged.instead(end, mask))):
        return as_("kept")
    if same:
        # What is looked at after another request is most likely that one's reply.
        dropped = caught is not None and (bool(end.state.later) or not raw_after(events, caught))
        return as_("swallowed", caught.site) if caught is not None and dropped else as_("unhandled")
    if _fell_through(judged, end, mask, events) or _as_no_data(judged, end, mask, value):
        return as_("unhandled")
    if judged.positive(events) or apart or said or judged.special(end, mask):
        return as_("kept")
    return as_("unhandled")


def _until_raised(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The path up to the last exception that the client raised."""
    last = max((i for i, e in enumerate(events) if e.kind == "raise" and e.text in ("", "bare")), default=0)
    return events[:last]


def _left(judged: Judgement, end: End, mask: int, events: tuple[Event, ...]) -> bool:
    """Whether points that were picked out are left in the store from which they were taken as due, and no success is:
    the next run asks again."""
    request = (judged.interp.replies[end.state.target[0]].key.request,)
    others = judged.successes(end) if judged.positive(events) and left_due(end.state, request) else []
    return bool(others) and not any(left_due(other.state, request) for other in others)


def _fell_through(judged: Judgement, end: End, mask: int, events: tuple[Event, ...]) -> bool:
    """Whether the code was looked at and no branch took it, so that nothing is returned where other errors of the same
    request are answered with something."""
    if not any(e.kind == "fell" for e in events) or judged.positive(events) or judged.special(end, mask):
        return False
    return any(
        other.state.target == end.state.target
        and other.thrown is None
        and other.value != NONE
        and other.mask & end.domain.errors
        for other in judged.ends_of(end.run)
    )


def _as_no_data(judged: Judgement, end: End, mask: int, value: Value) -> bool:
    """Whether an empty collection says that there is nothing, as it rightly does for the documented case of no data,
    which the same condition picked out: the caller takes the one for the other."""
    none = end.mask & end.domain.no_data
    picks = [e for e in end.events(mask) if e.kind == "branch"]
    if not none or not picks or picks[-1].site not in {e.site for e in end.events(none) if e.kind == "branch"}:
        return False
    shown = {shape(judged.interp, end.state, narrow(end.value, m)) for m in (mask, none)}
    return shown == {("list", frozenset(), False, False)} and not judged.special(end, mask)


def raw_after(events: tuple[Event, ...], caught: Event) -> bool:
    """Whether what was caught went on to be looked at (a client that raises for a status, whose body is then read)."""
    return any(e.kind == "branch" for e in events[events.index(caught) + 1 :])


def until_lost(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The path up to where a function that asked the target returned without anything of the reply; what its callers
    looked at afterwards decided nothing."""
    first = next((i for i, e in enumerate(events) if e.kind == "lost"), len(events))
    return events[:first]


def place_of(end: End, events: tuple[Event, ...]) -> Site:
    """The place to point at: the last condition that was looked at, else where the root returns, else the request."""
    for kinds in (("branch", "test"), ("return",)):
        for event in reversed(events):
            if event.kind in kinds and not event.text.startswith("perhaps"):
                return event.site
    return end.state.sent[-1].site


def _ladder(judged: Judgement, end: End) -> bool:
    """Whether the root treats some errors of the same request as errors, so that its callers take the rest for data; or
    nobody else in the project could look at what it returns."""
    for other in judged.ends_of(end.run):
        same = other.state.target == end.state.target and other.mask & end.domain.errors
        if same and other.thrown is not None and not _crash_name(judged, other, other.thrown):
            return True
    return end.run.root.node.name not in judged.referenced


def _thrown(judged: Judgement, end: End, mask: int) -> Iterator[Outcome]:
    assert end.thrown is not None
    events = end.events(mask)
    name = _crash_name(judged, end, end.thrown)
    if name:
        obj = judged.interp.obj(end.state, end.thrown) if isinstance(end.thrown, Ref) else None
        mark = obj.attrs.get("__crash__") if isinstance(obj, Inst) else None
        site = mark.key[1] if isinstance(mark, Unk) else place_of(end, events)
        early = mask & end.domain.unfinished
        if not (isinstance(obj, Inst) and "__missing__" in obj.attrs) or judged.positive(events):
            early = 0
        # What an unfinished result lacks is read as if it were complete: with the data there nothing would be noticed.
        for kind, bits in (("unhandled", early), ("crash", mask & ~early)):
            if bits:
                yield Outcome(kind, end, bits, site, events, name.rsplit(".", 1)[-1])
        return
    site = next((e.site for e in reversed(events) if e.kind == "raise" and e.text != "again"), end.state.sent[-1].site)
    # Where the operation had returned after it kept the code, what its callers raise afterwards is their own.
    told = len(until_lost(events)) < len(events) and judged.recorded(end)
    yield Outcome("kept" if told else "thrown", end, mask, site, events, _class_name(judged, end, end.thrown))


def _crash_name(judged: Judgement, end: End, exc: Value) -> str:
    """The builtin error's name, if it is one that no `raise` of the client's raised."""
    obj = judged.interp.obj(end.state, exc) if isinstance(exc, Ref) else None
    if isinstance(obj, Inst) and "__crash__" in obj.attrs and isinstance(obj.cls, Ext):
        name = canonical(obj.cls.name)
        return name if name in CRASHES and "__reply__" not in obj.attrs else ""
    return ""


def _class_name(judged: Judgement, end: End, exc: Value) -> str:
    obj = judged.interp.obj(end.state, exc) if isinstance(exc, Ref) else None
    if isinstance(obj, Inst):
        outside = str(getattr(obj.cls, "name", "")).removeprefix("builtins.")
        return obj.cls.info.name if isinstance(obj.cls, Cls) else outside
    return exc.name if isinstance(exc, Made) else ""


def checked(judged: Judgement, outcome: Outcome) -> bool:
    """Whether the root looks at errors at all: some error of the same request is raised or kept apart, or took another
    way here than successes do."""
    for other in outcomes_of(judged):
        if _same_request(other.end, outcome.end) and other.kind in ("thrown", "kept"):
            return True
    ways = _ways(outcome.events)
    return any(
        not ways[site].isdisjoint(others)
        for end in judged.ends
        if _same_request(end, outcome.end) and (mask := end.mask & end.domain.success)
        for site, others in _ways(end.events(mask), opposite=True).items()
        if site in ways
    )


def _ways(events: Iterable[Event], opposite: bool = False) -> dict[Site, set[str]]:
    """How conditions came out, by their place: `true` or `false`."""
    turned = {"true": "false", "false": "true"}
    found: dict[Site, set[str]] = {}
    for event in events:
        if event.kind == "branch" and (answer := event.text.rpartition(" ")[2]) in turned:
            found.setdefault(event.site, set()).add(turned[answer] if opposite else answer)
    return found


def _same_request(one: End, other: End) -> bool:
    return one.run is other.run and one.state.target == other.state.target


def outcomes_of(judged: Judgement) -> list[Outcome]:
    """The outcomes, computed once per judgement."""
    if judged.memo is None:
        judged.memo = outcomes(judged)
    found: list[Outcome] = judged.memo
    return found
