"""A provider's points as bits of a mask, each with the body that such a reply has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from functools import cached_property
from typing import Any, Final, TypeVar

from ...contracts import Case, Contract, Envelope, Kind, Point, Property, points
from ...contracts.plain import changeable, frozen
from .values import ABSENT, NONE, Const, Uncoded, Unk, Value

Codes = Mapping[str, frozenset[Any]]
_PYTHON: Final = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "NoneType"}


@changeable
class Place:
    """A place in a body: a known value, an unknown one, or an object with places of its own."""

    value: Value | None = None
    children: dict[str, Place] = field(default_factory=dict)
    maybe: bool = False


@frozen
class Reply:
    """A point with its body. root is None where there is no JSON body; open: undocumented places may be there."""

    point: Point
    root: Place | None
    open: bool


class Domain:
    """All points of one provider under one reading. `full` is the mask of all, `success` of the successes. surface: the
    one that all of them are of; None for all surfaces."""

    def __init__(
        self, contract: Contract, code_type: str, literals: Iterable[str] = (), surface: str | None = None
    ) -> None:
        self.contract = contract
        self.code_type = code_type
        self.surface = surface
        found = points(
            contract, code_type=code_type, literals=sorted(literals), surfaces=None if surface is None else [surface]
        )
        self.replies: list[Reply] = []
        self._methods: dict[str, int] = {}
        self._pointers: dict[str, list[tuple[int, Value | Place]]] = {}
        claimed = {
            p.pointer for e in contract.envelopes for p in e.properties if p.field in ("code", "advice", "message")
        }
        coded = {p.pointer for e in contract.envelopes for p in e.properties if p.field == "code"}
        codes = frozenset(p.code for p in found if p.code is not None)
        for point in found:
            self.replies.extend(_replies(contract, point, claimed, dict.fromkeys(coded, codes)))
        self.full = (1 << len(self.replies)) - 1
        self.success = self.mask(lambda r: r.point.kind is Kind.SUCCESS)
        self.documented = self.mask(lambda r: r.point.case is not None)
        self.errors = self.mask(lambda r: r.point.case is not None and r.point.kind is Kind.ERROR)
        self.no_data = self.mask(lambda r: r.point.case is not None and r.point.case.no_data)
        self.unfinished = self.mask(lambda r: r.point.kind in (Kind.PARTIAL, Kind.PENDING))
        self.with_body = self.mask(lambda r: r.root is not None)
        self.unknown_code = self.mask(lambda r: r.point.off == "unknown-code")

    def mask(self, wanted: Any) -> int:
        """The bits of the replies that a predicate wants."""
        return sum(1 << i for i, reply in enumerate(self.replies) if wanted(reply))

    def members(self, mask: int) -> Iterator[Reply]:
        """The replies of a mask, in file order."""
        for i, reply in enumerate(self.replies):
            if mask >> i & 1:
                yield reply

    def cases(self, mask: int) -> list[Case]:
        """The documented cases of a mask, each once, in file order."""
        seen: dict[str, Case] = {}
        for reply in self.members(mask):
            if reply.point.case is not None:
                seen.setdefault(reply.point.case.id, reply.point.case)
        return list(seen.values())

    def by_method(self, method: str | None) -> int:
        """The points that a request of this method can get."""
        if method is None:
            return self.full
        if method not in self._methods:
            self._methods[method] = self.mask(
                lambda r: not (r.point.case and r.point.case.methods) or method in r.point.case.methods
            )
        return self._methods[method]

    def of_case(self, case: Case) -> int:
        """The points of a documented case."""
        return self._cases[case.id]

    @cached_property
    def without_code(self) -> int:
        """The points for which the page documents no code in the body."""
        return self.mask(lambda r: r.point.code is None)

    @cached_property
    def _cases(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for i, reply in enumerate(self.replies):
            if reply.point.case is not None:
                found[reply.point.case.id] = found.get(reply.point.case.id, 0) | 1 << i
        return found

    def status(self, mask: int) -> list[tuple[int, Value]]:
        """HTTP statuses with their masks."""
        return _first_come((whole & mask, status) for whole, status in self._statuses if whole & mask)

    @cached_property
    def _statuses(self) -> list[tuple[int, Value]]:
        found: dict[int, int] = {}
        for i, reply in enumerate(self.replies):
            found[reply.point.status] = found.get(reply.point.status, 0) | 1 << i
        return [(mask, Const(status, "status")) for status, mask in found.items()]

    def at(self, pointer: str, mask: int, key: Any) -> list[tuple[int, Value | Place]]:
        """What stands at a pointer, grouped: a value, ABSENT, or a Place with children (an object).

        `key` names the reply, so that unknown values of the same place are the same value.
        """
        if pointer not in self._pointers:
            self._pointers[pointer] = self._at(pointer)
        found: dict[Any, tuple[int, Value | Place]] = {}
        for whole, value in _first_come((m & mask, v) for m, v in self._pointers[pointer] if m & mask):
            one = _renamed(value, (key, pointer), True) if isinstance(value, Unk) else value
            mark = ("object",) if isinstance(one, Place) else (one, type(one), getattr(one, "field", None))
            before = found.get(mark)
            found[mark] = (whole, one) if before is None else (before[0] | whole, before[1])
        return list(found.values())

    def _at(self, pointer: str) -> list[tuple[int, Value | Place]]:
        """What stands at a pointer for all points: one group for each that is the same in every respect."""
        found: dict[Any, tuple[int, Value | Place]] = {}
        for i, reply in enumerate(self.replies):
            value = _look(reply, pointer)
            mark = (
                "object"
                if isinstance(value, Place)
                else (value, type(value), *(getattr(value, a, None) for a in ("field", "type")))
            )
            found[mark] = (found[mark][0] | 1 << i, found[mark][1]) if mark in found else (1 << i, value)
        return list(found.values())


_shared: dict[tuple[int, str, frozenset[str], str | None], Domain] = {}


def domain_of(contract: Contract, code_type: str, literals: frozenset[str], surface: str | None) -> Domain:
    """The one domain of a contract that holds these literals: making one costs about what parsing a file does, and
    units are many. A domain keeps its contract, so that the key holds."""
    key = (id(contract), code_type, literals, surface)
    if key not in _shared:
        _shared[key] = Domain(contract, code_type, literals, surface)
    return _shared[key]


T = TypeVar("T")


def _first_come(found: Iterable[tuple[int, T]]) -> list[tuple[int, T]]:
    """Groups of points in the order of their first ones."""
    return sorted(found, key=lambda f: f[0] & -f[0])


def _replies(contract: Contract, point: Point, claimed: set[str], coded: Codes) -> Iterator[Reply]:
    """A point's replies: one for each documented message, so that a client that reads the text is followed too.
    coded: the codes' places, each with all documented codes."""
    envelope = point.envelope
    if envelope is None or envelope.media != "json":
        yield Reply(point, None, False)
        return
    place = envelope.property_for("message")
    texts: list[str | None] = [*_texts(point, place.pointer)] if place is not None else []
    for text in texts or [None]:
        values = dict(point.values)
        if text is not None and place is not None:
            values[place.pointer] = text
        yield Reply(replace(point, values=values), _tree(point, envelope, values, claimed, coded), envelope.open)


def _texts(point: Point, pointer: str) -> list[str]:
    """The documented messages of a point's case that are whole (no placeholder in angle brackets)."""
    from ...contracts.classify import at

    if point.case is None:
        return []
    found = [at(s.body, pointer) for s in point.case.samples]
    return list(dict.fromkeys(t for t in found if isinstance(t, str) and t and "<" not in t))


def _tree(point: Point, envelope: Envelope, values: dict[str, Any], claimed: set[str], coded: Codes) -> Place:
    root = Place()
    for item in envelope.properties:
        name, node = _descend(root, item.pointer)
        if item.pointer in values:
            node.children[name] = Place(Const(values[item.pointer], item.field))
        elif item.types == ("null",):
            node.children[name] = Place(NONE)
        elif any(p.pointer.startswith(item.pointer + "/") for p in envelope.properties):
            node.children.setdefault(name, Place())
            continue
        else:
            type_ = _PYTHON.get(item.types[0]) if len(item.types) == 1 else None
            node.children[name] = Place(_unknown(point, item, type_, coded))
        node.children[name].maybe = not item.required and item.field != "code"
    if envelope.open:
        for pointer in claimed:
            if envelope.id and not any(p.pointer == pointer for p in envelope.properties):
                name, node = _descend(root, pointer)
                if node is root:
                    node.children[name] = Place(ABSENT)
    return root


def _unknown(point: Point, item: Property, type_: str | None, coded: Codes) -> Value:
    """What stands at a place that the page leaves open: a documented human-readable text is known to be one."""
    texts = point.case.strings.get(item.pointer.rpartition("/")[2], ()) if point.case is not None else ()
    if item.field is None and len(texts) == 1:
        return Const(texts[0], "message")
    field_ = item.field or ("message" if texts else None)
    if point.case is not None and point.code is None and item.pointer in coded:
        return Uncoded(("body", item.pointer), type_, field_, True, coded[item.pointer])
    return Unk(("body", item.pointer), type_, field_, True)


def _renamed(value: Unk, key: Any, taint: bool) -> Unk:
    if isinstance(value, Uncoded):
        return Uncoded(key, value.type, value.field, taint, value.codes)
    return Unk(key, value.type, value.field, taint)


def _descend(root: Place, pointer: str) -> tuple[str, Place]:
    *path, name = pointer.split("/")[1:]
    node = root
    for part in path:
        node = node.children.setdefault(part, Place())
    return name, node


def _look(reply: Reply, pointer: str) -> Value | Place:
    """What a reply holds at a pointer; what isn't known is a nameless Unk."""
    node = reply.root
    if node is None:
        return ABSENT
    for part in pointer.split("/")[1:]:
        child = node.children.get(part)
        if child is None:
            if node.value is not None and not isinstance(node.value, Unk):
                return ABSENT
            if node is reply.root and not reply.open:
                return ABSENT
            if node.children and not reply.open:
                return ABSENT
            return Unk(None)
        node = child
    if node.children:
        return node
    if isinstance(node.value, Unk):
        return _renamed(node.value, None, False)
    return node.value if node.value is not None else Unk(None)
