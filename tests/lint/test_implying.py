"""What an answer about an unknown value says of another question about it."""

from __future__ import annotations

from typing import Any

import pytest

from errpact.lint.flow.implying import implied

CODE = ("body", "/code")


def const(value: object) -> Any:
    return ("const", type(value).__name__, value)


def is_(value: object) -> Any:
    return ("==", CODE, const(value))


def starts(text: str) -> Any:
    return (".startswith", CODE, const(text))


@pytest.mark.parametrize(
    ("told", "answer", "question", "follows"),
    [
        (starts("E"), False, is_("E999"), False),
        (starts("E"), False, is_("A000"), None),
        (starts("E"), True, is_("A000"), False),
        (starts("E"), True, is_("E999"), None),
        (starts("E"), True, is_(None), False),
        (starts("E"), False, starts("E9"), False),
        (starts("E9"), False, starts("E"), None),
        (starts("E9"), True, starts("E"), True),
        (starts("E"), True, starts("E9"), None),
        (starts("E"), True, starts("A"), False),
        (is_("E999"), True, starts("E"), True),
        (is_("E999"), True, starts("A"), False),
        (is_("E999"), False, starts("E"), None),
        (is_("E999"), True, is_("A000"), False),
        (is_("E999"), False, is_("A000"), None),
        (is_(7), True, starts("E"), False),
        (is_("E999"), True, ("!=", CODE, const("A000")), True),
        (("!=", CODE, const("E999")), False, ("==", const("A000"), CODE), False),
        (("==", ("body", "/other"), const("E999")), True, is_("A000"), None),
        (is_("E999"), False, is_("E999"), False),
        (CODE, True, ("is", CODE, const(None)), False),
        (CODE, True, ("is not", CODE, const(None)), True),
        (CODE, False, ("is", CODE, const(None)), None),
    ],
)
def test_what_follows(told: Any, answer: bool, question: Any, follows: bool | None) -> None:
    assert implied({told: answer}, question) is follows
