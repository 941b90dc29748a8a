"""Bodies from envelopes, without chance: the smallest one, the fullest one, the documented samples.

`compose` is the one place that knows how JSON Pointers become a body; `strategies` gives it drawn values.
"""

from __future__ import annotations

import copy
import itertools
from collections.abc import Callable, Collection, Iterator
from typing import Any, Final

from ..contracts import Case, Contract, Envelope, Point, Property
from ..contracts.classify import MISSING, at

ABSENT: Final = MISSING
EXTRA_FIELD: Final = "x_errpact_extra"
LONG: Final = 'A long explanation – with «quotes», ümläuts, 漢字, emoji 🏦 and "escapes\\"; ' * 8
Pick = Callable[[Property], Any]

_SIMPLEST: Final[dict[str, Any]] = {
    "string": "a",
    "integer": 0,
    "number": 0,
    "boolean": False,
    "null": None,
    "object": {},
    "array": [],
}
_FULLEST: Final[dict[str, Any]] = {
    "string": LONG,
    "integer": 7,
    "number": 7.5,
    "boolean": True,
    "null": None,
    "object": {"a": 1},
    "array": ["a"],
}


def types_of(place: Property) -> tuple[str, ...]:
    """The JSON types to try at a place; a string where the page documents none."""
    return place.types or ("string",)


def pinned(point: Point, place: Property) -> Any:
    """The value that makes a body this point, or ABSENT where the place is free."""
    return point.values.get(place.pointer, ABSENT)


def compose(point: Point, pick: Pick) -> Any:
    """A body of the point's envelope. `pick` gives the value of each free place, or ABSENT to leave it out."""
    envelope = point.envelope
    if envelope is None:
        return {}
    if envelope.media != "json":
        return b"<html><body>error</body></html>" if envelope.media == "html" else None
    body: Any = [] if any(p.pointer.split("/")[1].isdigit() for p in envelope.properties) else {}
    absent: list[str] = []
    for place in sorted(envelope.properties, key=lambda p: p.pointer.count("/")):
        value = pinned(point, place)
        if value is ABSENT:
            if any(place.pointer.startswith(f"{other}/") for other in absent):
                continue
            value = pick(place)
            if _holds_pinned(point, place):
                value = _container(point, place)  # what the page shows in there, and nothing else
        if value is ABSENT:
            absent.append(place.pointer)
        else:
            put(body, place.pointer, copy.deepcopy(value))
    return body


def _holds_pinned(point: Point, place: Property) -> bool:
    """Whether a pinned place lies below this one, so that it must be there."""
    return any(pointer.startswith(f"{place.pointer}/") for pointer in point.values)


def _container(point: Point, place: Property) -> Any:
    below = (p[len(place.pointer) + 1 :].split("/")[0] for p in point.values if p.startswith(f"{place.pointer}/"))
    return [] if any(part.isdigit() for part in below) else {}


def put(body: Any, pointer: str, value: Any) -> None:
    """Set the value at a pointer, making objects and arrays on the way."""
    parts = [p.replace("~1", "/").replace("~0", "~") for p in pointer.split("/")[1:]]
    here = body
    for part, following in itertools.pairwise(parts):
        here = _step(here, part, [] if following.isdigit() else {})
    _assign(here, parts[-1], value)


def _step(here: Any, part: str, default: Any) -> Any:
    found = at(here, f"/{part.replace('~', '~0').replace('/', '~1')}")
    if not isinstance(found, (dict, list)):
        found = default
        _assign(here, part, found)
    return found


def _assign(here: Any, part: str, value: Any) -> None:
    if isinstance(here, list):
        index = int(part)
        here.extend({} for _ in range(index + 1 - len(here)))
        here[index] = value
    else:
        here[part] = value


def smallest(point: Point, shown: Collection[str] = ()) -> Any:
    """Required places only (and those `shown`), with the simplest values."""

    def pick(place: Property) -> Any:
        if not place.required and place.pointer not in shown:
            return ABSENT
        return place.const[0] if place.const else _SIMPLEST[types_of(place)[0]]

    return compose(point, pick)


def fullest(point: Point) -> Any:
    """All places, with long values, and a field that nobody documents."""

    def pick(place: Property) -> Any:
        return place.const[-1] if place.const else _FULLEST[types_of(place)[-1]]

    body = compose(point, pick)
    if isinstance(body, dict):
        body[EXTRA_FIELD] = {"nested": ["unknown"]}
    return body


def always_shown(contract: Contract, envelope: Envelope | None) -> frozenset[str]:
    """The places that every documented body of an envelope has. The page does not say that they must be there, nor
    that they may be missing; none where it shows no body."""
    if envelope is None:
        return frozenset()
    bodies = [s.body for case in contract.cases if envelope.id in case.envelopes for s in case.samples]
    fitting = [b for b in bodies if all(_has(b, p.pointer) for p in envelope.properties if p.required)]
    return frozenset(p.pointer for p in envelope.properties if fitting and all(_has(b, p.pointer) for b in fitting))


def _has(body: Any, pointer: str) -> bool:
    return at(body, pointer) is not MISSING


def samples(point: Point) -> tuple[Any, ...]:
    """The documented bodies that are this point."""
    if point.case is None or point.envelope is None:
        return ()
    return tuple(s.body for s in point.case.samples if _is_sample(point, s.status, s.body))


def _is_sample(point: Point, status: int | None, body: Any) -> bool:
    if status not in (None, point.status) or not isinstance(body, (dict, list)):
        return False
    assert point.envelope is not None
    if any(p.required and at(body, p.pointer) is MISSING for p in point.envelope.properties):
        return False
    return all(_same(at(body, pointer), value) for pointer, value in point.values.items())


def _same(left: Any, right: Any) -> bool:
    return type(left) is type(right) and bool(left == right)


def documented_strings(case: Case | None, place: Property) -> tuple[str, ...]:
    """Documented wire strings for a place: of the case, by the name of the place or of its field."""
    if case is None:
        return ()
    name = place.pointer.rsplit("/", 1)[-1]
    listed = case.strings.get(name) or (case.strings.get(place.field) if place.field else None) or ()
    shown = (at(s.body, place.pointer) for s in case.samples)
    return tuple(dict.fromkeys((*listed, *(text for text in shown if isinstance(text, str)))))


def merge(under: Any, over: Any) -> Any:
    """`over` laid upon `under`: objects are merged, everything else is taken from `over`."""
    if not isinstance(under, dict) or not isinstance(over, dict):
        return over
    return {**under, **{key: merge(under.get(key), value) for key, value in over.items()}}


def leaves(value: Any) -> Iterator[Any]:
    """All scalars in a JSON value."""
    if isinstance(value, dict):
        for part in value.values():
            yield from leaves(part)
    elif isinstance(value, list):
        for part in value:
            yield from leaves(part)
    else:
        yield value


def free_values(point: Point, body: Any) -> tuple[Any, ...]:
    """The scalars of a body that don't name the case: what was generated, as against code, advice and status."""
    if not isinstance(body, (dict, list)):
        return ()
    bare = copy.deepcopy(body)
    for place in point.envelope.properties if point.envelope else ():
        if place.field in ("code", "advice", "state", "status") and at(bare, place.pointer) is not MISSING:
            put(bare, place.pointer, None)
    return tuple(v for v in leaves(bare) if v is not None and not isinstance(v, bool))
