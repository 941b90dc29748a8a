"""What counts from turn to turn of a loop."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeGuard

from .state import Inst, ListObj
from .values import Const, Ref, Tup, Value


def is_number(value: Value) -> TypeGuard[Const]:
    """Whether a value is a known number."""
    return isinstance(value, Const) and isinstance(value.v, (int, float)) and not isinstance(value.v, bool)


def counts_on(heap: Mapping[int, Any], before: Mapping[int, Any], compared: set[int]) -> bool:
    """Whether a number that is compared with something is another one in an object than a turn ago, or in what a list
    holds in an item's place."""
    for n, obj in heap.items():
        old = before.get(n)
        if isinstance(obj, Inst) and isinstance(old, Inst):
            changed = [v for k, v in obj.attrs.items() if old.attrs.get(k) != v]
        elif isinstance(obj, ListObj) and isinstance(old, ListObj) and obj.items != old.items:
            changed = [v for item in obj.items for v in _inside(item, heap)] if len(obj.items) == len(old.items) else []
        else:
            continue
        if any(is_number(v) and v.v in compared for v in changed):
            return True
    return False


def _inside(item: Value, heap: Mapping[int, Any]) -> list[Value]:
    obj = heap.get(item.id) if isinstance(item, Ref) else None
    return list(item.items) if isinstance(item, Tup) else list(obj.attrs.values()) if isinstance(obj, Inst) else [item]
