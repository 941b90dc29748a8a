"""Fixtures of the contract tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from errpact.contracts import Contract, Point, load_all
from errpact.contracts.envelope import Property

BodyOf = Callable[[Point], Any]


@pytest.fixture(scope="session")
def contracts() -> dict[str, Contract]:
    """The shipped contracts."""
    return load_all()


@pytest.fixture(scope="session")
def body_of() -> BodyOf:
    """A JSON body for a point: its known values, else constants, else something of the right type."""

    def build(point: Point) -> Any:
        body: dict[str, Any] = {}
        places = point.envelope.properties if point.envelope else ()
        for place in sorted(places, key=lambda p: p.pointer.count("/")):
            if place.required or place.pointer in point.values:
                _put(body, place.pointer, point.values.get(place.pointer, _filler(place)))
        return body

    return build


def _filler(place: Property) -> Any:
    if place.const:
        return place.const[0]
    fillers: dict[str, Any] = {"string": "x", "integer": 1, "boolean": True, "object": {}, "array": [], "null": None}
    return fillers[place.types[0]] if place.types else "x"


def _put(body: dict[str, Any], pointer: str, value: Any) -> None:
    *parents, name = pointer.split("/")[1:]
    for parent in parents:
        body = body[parent]
    body[name] = value
