"""Structures that stand in the source as text (`json.loads(TABLE)`, `tomllib.loads(TABLE)`), whose keys are texts,
whatever they look like."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from typing import Any, Final

from ..flow.core import Args, Found, Kwargs
from ..flow.state import DictObj, ListObj, State
from ..flow.values import NONE, Const, Unk, Value, key_of, tainted
from .table import model

LONG: Final = 20_000
"""Characters of a text that is read."""


def written(it: Any, st: State, text: Const, read: Callable[[Any], Any] = json.loads) -> Value | None:
    """What a known text of JSON (or of what `read` reads) holds; None where it is none."""
    if not isinstance(text.v, (str, bytes)) or len(text.v) > LONG:
        return None
    try:
        return _built(it, st, read(text.v))
    except (TypeError, ValueError, RecursionError):
        return None


@model("tomllib.loads", "tomli.loads", "toml.loads", "rtoml.loads")
def toml(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """A table as TOML."""
    found: Found = []
    for s, value in it.by_part(st, args[0] if args else NONE):
        known = written(it, s, value, tomllib.loads) if isinstance(value, Const) else None
        found.append((s, Unk(("toml", key_of(value)), taint=tainted(value)) if known is None else known))
    return found


def _built(it: Any, st: State, data: Any) -> Value:
    made: Value
    if isinstance(data, dict):
        made = it.alloc(st, DictObj(tuple((Const(k), _built(it, st, v)) for k, v in data.items())))
    elif isinstance(data, list):
        made = it.alloc(st, ListObj(tuple(_built(it, st, v) for v in data)))
    else:
        made = Const(data)
    return made
