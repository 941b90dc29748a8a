"""Dicts laid over each other: `{"status": 200, **body}`, `body | {"status": 200}`, `settings.update(more)`."""

from __future__ import annotations

from dataclasses import replace

from .state import DictObj
from .values import JsonVal, Unk, Value, key_of


def laid(under: DictObj, over: DictObj | JsonVal) -> DictObj:
    """One dict with another's items laid over it. A body may lie between items: what it lacks is looked up in those
    below it. Of two bodies one is kept; the other's items are unknown."""
    if isinstance(over, JsonVal):
        over = DictObj((), rest=over)
    items, rest, below = dict(under.items), under.rest, dict(under.below)
    more = under.more or over.more
    if over.rest is None or over.rest == rest:
        items.update(over.items)
    elif rest is None:
        rest, below, items = over.rest, items | dict(over.below), dict(over.items)
    else:
        items.update(dict(over.below))
        items[unknown_items(over.rest)] = over.rest
        items.update(over.items)
        more = True
    return replace(
        under,
        items=tuple(items.items()),
        more=more,
        rest=rest,
        below=tuple(below.items()),
        given=over.given or under.given,
    )


def unknown_items(value: Value) -> Value:
    """The key under which something is kept whose own keys aren't known."""
    return Unk(("spread", key_of(value)))
