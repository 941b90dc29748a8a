"""A crash under a status that the page doesn't give: would the client survive the same reply under another one?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from http import HTTPStatus
from typing import Final

from ..contracts import Kind, Point
from .examples import Example

GUESS: Final = "status"


def known(example: Example) -> Example:
    """The example as if the page gave its status."""
    return replace(example, guessed=tuple(g for g in example.guessed if g != GUESS))


def others(example: Example) -> Iterator[Example]:
    """The same reply under each other status that it might have too, as if the page gave it; none where the page gives
    one, or where the body repeats it."""
    point = example.point
    if GUESS not in example.guessed or _repeats(point):
        return
    for status in _possible(point):
        if status != point.status:
            yield replace(known(example), point=replace(point, status=status))


def _repeats(point: Point) -> bool:
    return point.envelope is not None and any(p.field == "status" for p in point.envelope.properties)


def _possible(point: Point) -> Iterator[int]:
    """A success's, a refusal's and a failure's; and the code itself, where there is such a status."""
    if point.kind is not Kind.ERROR:
        yield from (200, 202)
        return
    yield from (200, 400, 500)
    code = str(point.code)
    if code.isdigit() and int(code) in {*HTTPStatus} - {200, 400, 500}:
        yield int(code)
