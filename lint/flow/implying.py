"""What an answer about an unknown value says of another question about it: what doesn't start with "E" isn't "E999"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def implied(assumed: Mapping[Any, bool], question: Any) -> bool | None:
    """The answer to a question, from those given on the same path; None where they leave it open.

    assumed: by question (the structural identity of what was asked), the answer.
    """
    known = assumed.get(question)
    match question:
        case ("is" | "is not" as op, what, ("const", _, None)) if known is None and assumed.get(what):
            return bool(op == "is not")  # what is true is not None
    asked = None if known is not None else _read(question, True)
    if asked is None:
        return known
    what, kind, value, positive = asked
    for other, answer in assumed.items():
        told = _read(other, answer)
        if told is not None and told[0] == what:
            found = _follows(told[1:], kind, value)
            if found is not None:
                return found is positive
    return None


def _read(question: Any, answer: bool) -> tuple[Any, str, Any, bool] | None:
    """What a question is about, whether it asks for all of it or its start, for which value; whether it is so."""
    match question:
        case ("==" | "!=" as op, what, ("const", _, value)) | ("==" | "!=" as op, ("const", _, value), what):
            return what, "is", value, answer is (op == "==")
        case (".startswith", what, ("const", "str", value)):
            return what, "starts", value, answer
    return None


def _follows(told: tuple[str, Any, bool], kind: str, value: Any) -> bool | None:
    """Whether something is a value, or starts with it, given that it is, or isn't, or starts with, another."""
    before, other, holds = told
    if kind == before == "is":
        return False if holds and other != value else None
    if not isinstance(value, str) or not isinstance(other, str):
        return False if holds and "is" in (kind, before) and kind != before else None
    if before == "is":
        return other.startswith(value) if holds else None
    if not holds:
        return False if value.startswith(other) else None
    if kind == "is":
        return None if value.startswith(other) else False
    return True if other.startswith(value) else (None if value.startswith(other) else False)
