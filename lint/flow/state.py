"""What is known at one moment of one path: the points still possible, variables, objects, requests sent."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from typing import Any, Final

from ...contracts.plain import entity, frozen
from .values import Value, narrow

Site = tuple[str, int]
"""A place: module name and ident of the IR node."""
EPOCH: Final = 1.7e9
"""What `time.time()` says where a path's own clock is at 0."""


@frozen
class Inst:
    """An object of a project class (cls is a Cls) or of an outside one (an Ext). args: what an exception was given.
    number: see `Numbers`."""

    cls: Value
    attrs: dict[str, Value]
    args: tuple[Value, ...] = ()
    number: int = field(default=0, init=False, compare=False, repr=False)

    @property
    def content(self) -> object:
        """What it holds, hashable."""
        return (self.cls, tuple(self.attrs.items()), self.args)


@frozen
class ListObj:
    """A list or set. more: it may have further, unknown items. kind: list, set, iterator, a kind of queue; given (an
    entry point's `*args`, of which an item that is asked for is there). number: see `Numbers`."""

    items: tuple[Value, ...]
    more: bool = False
    kind: str = "list"
    number: int = field(default=0, init=False, compare=False, repr=False)

    @property
    def content(self) -> object:
        """What it holds, hashable."""
        return (self.items, self.more, self.kind)


@frozen
class DictObj:
    """A dict. more: it may have further, unknown items. factory: what makes a missing one (defaultdict, Counter).
    rest: the body that further items are in (`{**body, "status": 200}`); below: the items under it (`{"status": 200,
    **body}`). given: an unknown that holds what is looked up without a default (an entry point's `**options`). number:
    see `Numbers`."""

    items: tuple[tuple[Value, Value], ...]
    more: bool = False
    factory: Value | None = None
    rest: Value | None = None
    given: Value | None = None
    below: tuple[tuple[Value, Value], ...] = ()
    number: int = field(default=0, init=False, compare=False, repr=False)

    @property
    def content(self) -> object:
        """What it holds, hashable."""
        return (self.items, self.more, self.factory, self.rest, self.given, self.below)


def notes_of(reply: int) -> int:
    """Where the heap has what the client itself wrote on a response (`response.parsed = …`), as an object's attributes;
    apart from the numbers of objects."""
    return -1 - reply


HeapObj = Inst | ListObj | DictObj


class Frame(dict[str, Value]):
    """A function's or module's variables. number: see `Numbers`."""

    number = 0

    @property
    def content(self) -> object:
        """What it holds, hashable."""
        return ("frame", *self.items())


class Numbers:
    """Equal frames and heap objects get equal numbers, which they keep: paths share most of them, so that comparing
    two paths is comparing small numbers. Neither changes once it is numbered."""

    def __init__(self) -> None:
        self._known: dict[object, int] = {}

    def of(self, kept: Mapping[int, Frame] | Mapping[int, HeapObj]) -> tuple[int, ...]:
        """The ids of some frames or objects, and what each holds."""
        ids = sorted(kept)
        return (*ids, *[kept[i].number or self._number(kept[i]) for i in ids])

    def bare(self, items: Iterable[HeapObj]) -> tuple[int, ...]:
        """What some objects hold, whatever their ids."""
        return tuple([item.number or self._number(item) for item in items])

    def _number(self, item: Frame | HeapObj) -> int:
        number = self._known.setdefault(item.content, len(self._known) + 1)
        object.__setattr__(item, "number", number)
        return number


@frozen
class Event:
    """Something on the path that explains it. kind: request, branch, catch, raise, sleep, call."""

    kind: str
    site: Site
    text: str = ""
    mask: int = 0
    serial: int = 0


_serial = itertools.count()


@entity
class Trail:
    """The path so far, newest first. A join of paths (its event's kind is `join`) has further ones in `also`."""

    event: Event
    before: Trail | None
    also: tuple[Trail, ...] = ()

    def events(self, mask: int) -> list[Event]:
        """What the points of a mask went through, oldest first."""
        found: dict[int, Event] = {}
        todo: list[Trail | None] = [self]
        visited: set[int] = set()
        while todo:
            node = todo.pop()
            if node is None or id(node) in visited:
                continue
            visited.add(id(node))
            if node.event.mask & mask and node.event.kind != "join":
                found[node.event.serial] = node.event
            todo.append(node.before)
            todo.extend(node.also)
        return [found[n] for n in sorted(found)]


@frozen
class Sent:
    """A request to the target. clock: seconds since the first. unsure: an unknown wait lies before it. credentials,
    keys: identities of what headers carried. decision: what led here. layers: the retry constructs that repeat."""

    site: Site
    clock: float
    unsure: bool
    credentials: Any
    keys: Any
    decision: Event | None
    layers: tuple[tuple[str, Site], ...]
    remedies: tuple[str, ...]
    mask: int
    waited: bool
    certain: bool = True


@frozen
class Effect:
    """Something done for good after the reply: a call or an attribute of an outside object. carries: it was given
    something of the reply or of the exception. owner: the identity of what was called."""

    site: Site
    name: str
    carries: bool
    values: tuple[Value, ...] = ()
    owner: Any = None


class State:
    """One path. Mutable; `fork` gives an independent copy (frames and objects are replaced, never changed)."""

    __slots__ = (
        "answered", "assumed", "certain", "clock", "effects", "forks", "frames", "handled", "heap", "idle", "later",
        "layers", "mask", "pruned", "reasons", "remedies", "sent", "supposed", "target", "trail", "turned", "unsure",
        "waited",
    )  # fmt: skip

    def __init__(self, mask: int) -> None:
        self.mask = mask
        self.frames: dict[int, Frame] = {}
        self.heap: dict[int, HeapObj] = {}
        self.target: Any = None
        self.sent: tuple[Sent, ...] = ()
        self.clock = 0.0
        self.unsure = False
        self.waited = False
        self.trail: Trail | None = None
        self.certain = True
        self.assumed: dict[Any, bool] = {}
        self.forks = 0
        self.supposed = False
        self.later: frozenset[Any] = frozenset()
        self.turned = False
        self.pruned = False
        self.answered: tuple[Any, ...] = ()
        self.idle: dict[Any, tuple[int, int, int, int]] = {}
        self.handled: tuple[Value, ...] = ()
        self.remedies: tuple[str, ...] = ()
        self.effects: tuple[Effect, ...] = ()
        self.layers: tuple[tuple[str, Site, int], ...] = ()
        self.reasons: tuple[Site, ...] = ()

    def fork(self, mask: int | None = None) -> State:
        """An independent copy, for a subset of the points."""
        other = State.__new__(State)  # one by one: this is what the analysis does most
        other.frames = dict(self.frames)
        other.heap = dict(self.heap)
        other.mask = self.mask if mask is None else mask
        other.target = self.target
        other.sent = self.sent
        other.clock = self.clock
        other.unsure = self.unsure
        other.waited = self.waited
        other.trail = self.trail
        other.certain = self.certain
        other.assumed = self.assumed
        other.forks = self.forks
        other.supposed = self.supposed
        other.later = self.later
        other.turned = self.turned
        other.pruned = self.pruned
        other.answered = self.answered
        other.idle = self.idle
        other.handled = self.handled
        other.remedies = self.remedies
        other.effects = self.effects
        other.layers = self.layers
        other.reasons = self.reasons
        return other

    def note(self, kind: str, site: Site, text: str = "", mask: int | None = None) -> None:
        """Add to the path, for some of its points or all."""
        self.trail = Trail(Event(kind, site, text, self.mask if mask is None else mask, next(_serial)), self.trail)

    def join(self, other: State, *, same: bool = False) -> None:
        """Take in a path that differs in its points, its events and its certainty only. same: in no value either."""
        if same and (either := _either(self, other)) is not None:
            self.trail = either
        elif other.trail is not self.trail and other.trail is not None:
            self.trail = Trail(
                Event("join", ("", 0), "", self.mask | other.mask, next(_serial)), self.trail, (other.trail,)
            )
        self.sent = tuple(replace(a, mask=a.mask | b.mask) for a, b in zip(self.sent, other.sent, strict=True))
        self.mask |= other.mask
        self.pruned = self.pruned or other.pruned

    def get(self, frame: int, name: str) -> Value | None:
        """A variable of a frame."""
        found = self.frames.get(frame)
        value = None if found is None else found.get(name)
        return None if value is None else narrow(value, self.mask)

    def set(self, frame: int, name: str, value: Value) -> None:
        """Bind a variable."""
        self.frames[frame] = variables = Frame(self.frames.get(frame, ()))
        variables[name] = value

    def unset(self, frame: int, name: str) -> None:
        """Forget a variable."""
        self.frames[frame] = Frame((n, v) for n, v in self.frames.get(frame, Frame()).items() if n != name)

    def just(self, kind: str) -> bool:
        """Whether the newest event of the path is of a kind, on each of the paths that were joined last."""
        todo = [self.trail]
        while todo:
            trail = todo.pop()
            if trail is not None and trail.event.kind == "join":
                todo += [trail.before, *trail.also]
            elif trail is None or trail.event.kind != kind:
                return False
        return True

    def decision(self) -> Event | None:
        """The newest branch on the reply, catch or retry since the last request."""
        if self.trail is None:
            return None
        test: Event | None = None
        for event in reversed(self.trail.events(self.mask)):
            if event.kind in ("branch", "catch", "retry"):
                return event
            if event.kind == "test" and test is None:
                test = event
            if event.kind == "request":
                break
        return test

    @property
    def history(self) -> tuple[object, ...]:
        """What makes two paths the same as far as requests go, whatever their points."""
        return tuple(
            (s.site, s.clock, s.unsure, s.credentials, s.keys, s.decision and s.decision.site, s.layers, s.remedies)
            for s in self.sent
        )

    def wait(self, seconds: float | None) -> None:
        """A sleep; None is an unknown one."""
        self.waited = True
        if seconds is None:
            self.unsure = True
        else:
            self.clock += max(0.0, seconds)


def _either(one: State, other: State) -> Trail | None:
    """The path of two that only took different branches and are the same after them: nothing was decided there."""
    mine, theirs = _branches(one.trail), _branches(other.trail)
    common = next((n for n in mine if any(n is m for m in theirs)), None)
    if common is None or one.trail is None or one.trail is other.trail:
        return None
    if not one.mask & other.mask and any(n.event.text.startswith("others") for n in (*mine, *theirs)):
        return None  # points that came here themselves, and points that others brought here
    newest = max(one.trail.event, other.trail.event if other.trail else one.trail.event, key=lambda e: e.serial)
    return Trail(replace(newest, text="either", mask=one.mask | other.mask, serial=next(_serial)), common)


def _branches(trail: Trail | None) -> list[Trail]:
    """The path's newest branches, and what came before them."""
    found: list[Trail] = []
    while trail is not None:
        found.append(trail)
        if trail.event.kind != "branch":
            break
        trail = trail.before
    return found
