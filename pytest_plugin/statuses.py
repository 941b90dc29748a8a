"""A crash under a status that the page doesn't give: would the client survive the same reply under another one?"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace
from http import HTTPStatus
from typing import Any, Final

from ..contracts import Kind, Point
from ..contracts.classify import MISSING, at
from . import bodies
from .examples import Example

GUESS: Final = "status"
BODILESS: Final = frozenset({204, 205, 304})
"""Statuses, beside those below 200, under which no body could come."""


def known(example: Example) -> Example:
    """The example as if the page gave its status."""
    return replace(example, guessed=tuple(g for g in example.guessed if g != GUESS))


def others(example: Example) -> Iterator[Example]:
    """The same reply under each other status that it might have too, as if the page gave it; none where the page gives
    one. A copy of the status in the body goes with it."""
    if GUESS not in example.guessed:
        return
    for status in _possible(example.point):
        if status != example.point.status:
            yield _under(known(example), status)


def _under(example: Example, status: int) -> Example:
    point, body, values = example.point, copy.deepcopy(example.body), dict(example.point.values)
    for place in point.envelope.properties if point.envelope else ():
        if place.field == "status" and at(body, place.pointer) is not MISSING:
            said: Any = str(status) if "string" in place.types else status
            bodies.put(body, place.pointer, said)
            values[place.pointer] = said
    return replace(example, point=replace(point, status=status, values=values), body=body)


def _possible(point: Point) -> Iterator[int]:
    """A success's, a refusal's and a failure's; and the code itself, where there is such a status with a body."""
    if point.kind is not Kind.ERROR:
        yield from (200, 202)
        return
    yield from (200, 400, 500)
    code = str(point.code)
    if code.isdigit() and int(code) in {*HTTPStatus} - {200, 400, 500} - BODILESS and int(code) >= 200:
        yield int(code)
