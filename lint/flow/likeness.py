"""Whether two paths are alike: the same but for the numbers of what each made since they parted, for what nobody can
reach any more, and for how often and in which order a thing was done for good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, fields
from functools import cache
from typing import Any, Final, NamedTuple

from ...contracts.plain import changeable
from .state import DictObj, Frame, Inst, ListObj, State
from .values import Cls, Const, Func, JsonVal, Lam, Native, RawVal, Ref, ReplyVal, Unk, Value


class Serial(int):
    """A number that makes an unknown value differ from all others; which number it is tells nothing."""


class Mark(NamedTuple):
    """How many of each had been made at some moment: what came later is known to the paths since then only, nobody
    else holds it."""

    objects: int
    frames: int
    replies: int
    serial: int


NOTHING: Final = Mark(0, 0, 0, 0)


@changeable
class Run:
    """What all paths have in common: the frames around each frame, the replies, what is read off once for all."""

    parents: Mapping[int, int | None]
    replies: Sequence[Any]
    globals: State
    plain: dict[int, tuple[object, Any]] = field(default_factory=dict)
    equal: dict[Any, object] = field(default_factory=dict)


def resends(st: State) -> list[object]:
    """What is told of a path's requests: of each its number, its place, what came between it and the one before; and
    what would come before the next."""
    found: list[object] = [(len(st.sent), st.unsure, st.waited, bool(st.remedies))]
    before = None
    for number, sent in enumerate(st.sent):
        gap = None if before is None else sent.clock - before.clock
        anew = before is not None and (before.credentials != sent.credentials, before.keys != sent.keys)
        decided = sent.decision and sent.decision.site
        why = (sent.unsure, sent.waited, bool(sent.remedies), anew, sent.certain)
        found.append((number, sent.site, gap, why, decided, sent.layers))
        before = sent
    return found


class Likeness:
    """One path's likeness, read off once: `of` it. since: what is older keeps its number."""

    def __init__(self, st: State, run: Run, since: Mark) -> None:
        self._st = st
        self._run = run
        self._since = since
        self._numbers = 0  # how often something came up that has a number
        self._names: dict[tuple[str, Any], int] = {}
        self._todo: list[tuple[str, int]] = []

    def of(self, value: Any = None) -> tuple[Any, ...]:
        """What makes two paths alike from here on, hashable; equal for two that nothing to come can tell apart. value:
        what the path is about to give."""
        st, since = self._st, self._since
        frames = [(n, self._plain(st.frames[n])) for n in sorted(st.frames) if n <= since.frames]
        heap = [(n, self._plain(st.heap[n])) for n in sorted(st.heap) if n <= since.objects]
        last = [(self._plain(s.credentials), self._plain(s.keys)) for s in st.sent[-1:]]
        done = frozenset((e.site, e.name, e.carries, self._plain(e.values), self._plain(e.owner)) for e in st.effects)
        rest = (
            self._target(), self._plain(st.handled), st.clock, st.unsure, st.waited, st.layers, st.certain,
            bool(st.remedies), st.turned, st.later, self._plain(value),
        )  # fmt: skip
        return (tuple(frames), tuple(heap), len(st.sent), tuple(last), done, rest, tuple(self._reached()))

    def _target(self) -> Any:
        if self._st.target is None:
            return None
        number, key = self._st.target
        return self._reply(number), self._plain(key)

    def _reached(self) -> list[Any]:
        """What the new objects and frames that somebody holds are, in the order in which they are come upon."""
        found: list[Any] = []
        done = 0
        while done < len(self._todo):
            kind, number = self._todo[done]
            done += 1
            if kind == "object":
                obj = self._st.heap.get(number) or self._run.globals.heap.get(number)
                found.append(None if obj is None else self._plain(obj))
            else:
                variables = self._st.frames.get(number) or self._run.globals.frames.get(number) or Frame()
                found.append((self._plain(variables), self._around(self._run.parents.get(number))))
        return found

    def _around(self, frame: int | None) -> Any:
        if frame is None:
            return None
        if frame <= self._since.frames:
            return self._old(frame)
        return self._named("frame", frame)

    def _named(self, kind: str, number: Any) -> tuple[str, int]:
        """The name of something new: by when it was come upon."""
        self._numbers += 1
        place = self._names.get((kind, number))
        if place is None:
            place = self._names[kind, number] = len(self._names)
            if kind in ("object", "frame"):
                self._todo.append((kind, number))
        return kind, place

    def _reply(self, number: int) -> Any:
        if number < self._since.replies:
            return self._old(number)
        info = self._run.replies[number]
        return (self._named("reply", number), info.ok, info.lib, id(info.domain))

    def _watched(self, number: int) -> bool:
        """Whether a reply is one of which the page says what it holds."""
        info = self._run.replies[number]
        return info.domain is not None and not info.ok

    def _plain(self, item: Any) -> Any:
        """A value, an object, or a part of an unknown value's identity, without the numbers of what is new. What has no
        such number is looked at once in a run: an object without meaning stands for all that is equal to it."""
        kind = type(item)
        if kind is str or kind is int or kind is Const or kind is bool or item is None:
            return item
        known = self._run.plain.get(id(item))
        if known is not None:
            return known[0]
        numbers = self._numbers
        found = self._walk(kind, item)
        if self._numbers == numbers:
            found = self._run.equal.setdefault(found, object())
            self._run.plain[id(item)] = (found, item)  # kept, so that its id stays its own
        return found

    def _walk(self, kind: type, item: Any) -> Any:
        if kind is tuple:
            return tuple([self._plain(i) for i in item])
        if kind is Ref:
            return self._named("object", item.id) if item.id > self._since.objects else self._old(item)
        if kind is Serial:
            return self._named("serial", item) if item > self._since.serial else self._old(item)
        if kind is Unk and item.taint and item.field is None:
            return (self._named("data", item.key), item.type)
        if kind is Unk:
            return (Unk, self._plain(item.key))
        if kind is JsonVal and self._watched(item.reply):
            return (kind, self._reply(item.reply), item.pointer)
        if kind is JsonVal:
            return self._named("data", item)
        if kind is ReplyVal or kind is RawVal:
            return (kind, self._reply(item.reply))
        if kind is Func:
            return (kind, id(item.node), self._plain(item.bound), self._around(item.frame))
        if kind is Lam:
            return (kind, id(item.node), self._around(item.frame))
        if kind is Cls:
            return (item, self._around(item.info.frame))
        if kind is Native:
            return (kind, item.name, item.run, self._key(item.key), self._kept(item.run))
        if kind is Frame:
            return tuple([(name, self._plain(item[name])) for name in sorted(item)])
        if kind is Inst:
            attrs = tuple([(name, self._plain(item.attrs[name])) for name in sorted(item.attrs)])
            return (kind, self._plain(item.cls), attrs, self._plain(item.args))
        if kind is ListObj:
            return (kind, self._plain(item.items), item.more, item.kind)
        if kind is DictObj:
            others = (item.factory, item.rest, item.given, item.below)
            return (kind, self._plain(item.items), item.more, *[self._plain(other) for other in others])
        if isinstance(item, Value):
            return (kind, *[self._plain(getattr(item, name)) for name in _parts(kind)])
        return item

    def _old(self, number: Any) -> Any:
        self._numbers += 1
        return number

    def _key(self, key: Any) -> Any:
        if type(key) is tuple and key and type(key[0]) is Func:  # a generator that has not run: its function, its frame
            return (self._plain(key[0]), self._around(key[1]), *key[2:])
        return self._plain(key)

    def _kept(self, run: Any) -> Any:
        """The values that a model's function keeps."""
        cells = getattr(run, "__closure__", None) or ()
        return tuple([self._plain(c.cell_contents) for c in cells if isinstance(c.cell_contents, (Value, tuple))])


@cache
def _parts(kind: type) -> tuple[str, ...]:
    """The fields of a class of values."""
    return tuple(f.name for f in fields(kind)) if hasattr(kind, "__dataclass_fields__") else ()
