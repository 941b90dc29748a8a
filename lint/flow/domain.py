"""A provider's points as bits of a mask, each with the body that such a reply has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

from ...contracts import Case, Contract, Envelope, Kind, Point, Property, points
from .values import ABSENT, NONE, Const, Unk, Value

_PYTHON: Final = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "NoneType"}


@dataclass(slots=True)
class Place:
    """A place in a body: a known value, an unknown one, or an object with places of its own."""

    value: Value | None = None
    children: dict[str, Place] = field(default_factory=dict)
    maybe: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """A point with its body. root is None where there is no JSON body; open: undocumented places may be there."""

    point: Point
    root: Place | None
    open: bool


class Domain:
    """All points of one provider under one reading. `full` is the mask of all, `success` of the successes."""

    def __init__(
        self, contract: Contract, code_type: str, literals: Iterable[str] = (), surface: str | None = None
    ) -> None:
        self.contract = contract
        self.code_type = code_type
        found = points(
            contract, code_type=code_type, literals=sorted(literals), surfaces=None if surface is None else [surface]
        )
        self.replies: list[Reply] = []
        claimed = {
            p.pointer for e in contract.envelopes for p in e.properties if p.field in ("code", "advice", "message")
        }
        for point in found:
            self.replies.extend(_replies(contract, point, claimed))
        self.full = (1 << len(self.replies)) - 1
        self.success = self.mask(lambda r: r.point.kind is Kind.SUCCESS)
        self.documented = self.mask(lambda r: r.point.case is not None)
        self.errors = self.mask(lambda r: r.point.case is not None and r.point.kind is Kind.ERROR)
        self.no_data = self.mask(lambda r: r.point.case is not None and r.point.case.no_data)
        self.unfinished = self.mask(lambda r: r.point.kind in (Kind.PARTIAL, Kind.PENDING))
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
        return self.mask(lambda r: not (r.point.case and r.point.case.methods) or method in r.point.case.methods)

    def status(self, mask: int) -> list[tuple[int, Value]]:
        """HTTP statuses with their masks."""
        found: dict[int, int] = {}
        for i, reply in enumerate(self.replies):
            if mask >> i & 1:
                found[reply.point.status] = found.get(reply.point.status, 0) | 1 << i
        return [(m, Const(status, "status")) for status, m in found.items()]

    def with_body(self, mask: int) -> int:
        """The points that have a JSON body."""
        return self.mask(lambda r: r.root is not None) & mask

    def at(self, pointer: str, mask: int, key: Any) -> list[tuple[int, Value | Place]]:
        """What stands at a pointer, grouped: a value, ABSENT, or a Place with children (an object).

        `key` names the reply, so that unknown values of the same place are the same value.
        """
        found: list[tuple[int, Value | Place]] = []
        index: dict[Any, int] = {}
        for i, reply in enumerate(self.replies):
            if not mask >> i & 1:
                continue
            value = _look(reply, pointer, key)
            mark = ("object",) if isinstance(value, Place) else (value, getattr(value, "field", None))
            if mark in index:
                at = index[mark]
                found[at] = (found[at][0] | 1 << i, found[at][1])
            else:
                index[mark] = len(found)
                found.append((1 << i, value))
        return found


def _replies(contract: Contract, point: Point, claimed: set[str]) -> Iterator[Reply]:
    """A point's replies: one for each documented message, so that a client that reads the text is followed too."""
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
        yield Reply(replace(point, values=values), _tree(contract, point, envelope, values, claimed), envelope.open)


def _texts(point: Point, pointer: str) -> list[str]:
    """The documented messages of a point's case that are whole (no placeholder in angle brackets)."""
    from ...contracts.classify import at

    if point.case is None:
        return []
    found = [at(s.body, pointer) for s in point.case.samples]
    return list(dict.fromkeys(t for t in found if isinstance(t, str) and t and "<" not in t))


def _tree(contract: Contract, point: Point, envelope: Envelope, values: dict[str, Any], claimed: set[str]) -> Place:
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
            node.children[name] = Place(_unknown(point, item, type_))
        node.children[name].maybe = not item.required and item.field != "code"
    if envelope.open:
        for pointer in claimed:
            if envelope.id and not any(p.pointer == pointer for p in envelope.properties):
                name, node = _descend(root, pointer)
                if node is root:
                    node.children[name] = Place(ABSENT)
    return root


def _unknown(point: Point, item: Property, type_: str | None) -> Value:
    """What stands at a place that the page leaves open: a documented human-readable text is known to be one."""
    texts = point.case.strings.get(item.pointer.rpartition("/")[2], ()) if point.case is not None else ()
    if item.field is None and len(texts) == 1:
        return Const(texts[0], "message")
    return Unk(("body", item.pointer), type_, item.field or ("message" if texts else None), True)


def _descend(root: Place, pointer: str) -> tuple[str, Place]:
    *path, name = pointer.split("/")[1:]
    node = root
    for part in path:
        node = node.children.setdefault(part, Place())
    return name, node


def _look(reply: Reply, pointer: str, key: Any) -> Value | Place:
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
            return Unk((key, pointer), taint=True)
        node = child
    if node.children:
        return node
    if isinstance(node.value, Unk):
        return Unk((key, pointer), node.value.type, node.value.field, True)
    return node.value if node.value is not None else Unk((key, pointer), taint=True)
