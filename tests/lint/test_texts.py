"""Templates are filled as Python fills them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from errpact.lint.flow.texts import format_pieces, percent_pieces

PARTS = st.lists(st.one_of(st.sampled_from(["%", "{", "}", "a/b", " "]), st.integers(0, 2)), max_size=6)
VALUES = ("x", "y", "z")


def put_together(pieces: list[str | int], values: tuple[str, ...]) -> str:
    return "".join(values[p] if isinstance(p, int) else p for p in pieces)


@given(PARTS)
def test_percent(parts: list[str | int]) -> None:
    template = "".join("%s" if isinstance(p, int) else p.replace("%", "%%") for p in parts)
    values = tuple(VALUES[p] for p in parts if isinstance(p, int))
    assert put_together(percent_pieces(template), values) == template % values


@given(PARTS, st.booleans())
def test_format(parts: list[str | int], named: bool) -> None:
    names = ["", "", "z"] if named else ["", "", ""]
    spelled = ["0", "1", "z" if named else "2"]
    escaped = [p if isinstance(p, int) else p.replace("{", "{{").replace("}", "}}") for p in parts]
    template = "".join("{" + spelled[p] + "}" if isinstance(p, int) else p for p in escaped)
    expected = template.format("x", "y", z="z") if named else template.format(*VALUES)
    assert put_together(format_pieces(template, names), VALUES) == expected


@pytest.mark.parametrize("template", ["%5.2f", "%(name)s", "%r and %x", "%"])
def test_what_asks_for_more_than_its_values_as_they_are_is_left(template: str) -> None:
    assert percent_pieces(template) == []


@pytest.mark.parametrize("template", ["{a.b}", "{a:>3}", "{a!r}", "{", "{missing}"])
def test_so_is_what_does_in_a_template_for_format(template: str) -> None:
    assert format_pieces(template, ["a"]) == []
