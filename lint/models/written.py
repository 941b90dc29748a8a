"""Structures that stand in the source as text: `json.loads(TABLE)`, whose keys are texts, whatever they look like."""

from __future__ import annotations

import json
from typing import Any, Final

from ..flow.state import DictObj, ListObj, State
from ..flow.values import Const, Value

LONG: Final = 20_000
"""Characters of a text that is read."""


def written(it: Any, st: State, text: Const) -> Value | None:
    """What a known JSON text holds; None where it is none."""
    if not isinstance(text.v, (str, bytes)) or len(text.v) > LONG:
        return None
    try:
        return _built(it, st, json.loads(text.v))
    except (ValueError, RecursionError):
        return None


def _built(it: Any, st: State, data: Any) -> Value:
    made: Value
    if isinstance(data, dict):
        made = it.alloc(st, DictObj(tuple((Const(k), _built(it, st, v)) for k, v in data.items())))
    elif isinstance(data, list):
        made = it.alloc(st, ListObj(tuple(_built(it, st, v) for v in data)))
    else:
        made = Const(data)
    return made
