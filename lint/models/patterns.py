"""Regular expressions on short texts that are known: a code, a status."""

from __future__ import annotations

import re
from typing import Any, Final

from ..flow import ops
from ..flow.core import Args, Found, Kwargs
from ..flow.state import State
from ..flow.texts import WORDS
from ..flow.values import NONE, Const, Made, Value, field_of
from .builtins import lifted
from .table import model

WAYS: Final = ("match", "fullmatch", "search")
LONGEST: Final = 24
"""Characters of a text that is tried."""
NESTED: Final = re.compile(r"[*+}]\)?[*+{]|\([^()]*[*+][^()]*\)[*+{]")
"""Repeats in repeats, which may take for ever even on a short text."""


@model(*(f"re.{way}" for way in WAYS))
def function(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`re.fullmatch(r"50\\d", text)`."""
    if len(args) < 2:
        return [(st, ops.unknown(name, *args))]
    return _tried(it, st, name.rsplit(".", 1)[-1], args[0], args[1], site)


@model("re.compile")
def compiled(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Kept for its methods; flags are not followed."""
    return [(st, Made(name, tuple(args), tuple(kwargs)))]


def pattern_method(it: Any, recv: Made, name: str, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found | None:
    """`PATTERN.fullmatch(text)`."""
    if recv.name != "re.compile" or name not in WAYS or not args:
        return None
    plain = len(recv.args) == 1 and not recv.kwargs
    pattern: Value = recv.args[0] if plain else ops.unknown("re", *recv.args)
    return _tried(it, st, name, pattern, args[0], site)


def _tried(it: Any, st: State, way: str, pattern: Value, text: Value, site: Any) -> Found:
    if field_of(text) in WORDS:
        it.note_text(text, st, site)
    it.look(text)

    def attempt(one: Value, other: Value) -> Value:
        if not (isinstance(one, Const) and isinstance(other, Const) and isinstance(other.v, str)):
            return ops.unknown(way, one, other)
        if len(other.v) > LONGEST or not _harmless(one.v):
            return ops.unknown(way, one, other)
        found = getattr(re, way)(one.v, other.v)
        return NONE if found is None else Const(found)

    return lifted(it, st, [pattern, text], site, attempt)


def _harmless(pattern: object) -> bool:
    """Whether a pattern can be tried: it compiles, and nothing repeated is repeated."""
    if not isinstance(pattern, str) or NESTED.search(pattern):
        return False
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return False
    return True
