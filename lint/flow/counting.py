"""What counts from turn to turn of a loop."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeGuard

from .state import DictObj, Inst, ListObj
from .values import Const, Ref, Tup, Value


def is_number(value: Value) -> TypeGuard[Const]:
    """Whether a value is a known number."""
    return isinstance(value, Const) and isinstance(value.v, (int, float)) and not isinstance(value.v, bool)


def counts_on(heap: Mapping[int, Any], before: Mapping[int, Any], compared: set[int]) -> bool:
    """Whether a number in an object or a dict, or in what a list holds in an item's place, is another than a turn ago
    and is compared with something, by then or a turn ago."""
    for n, obj in heap.items():
        changed: list[Value] = []
        match obj, before.get(n):
            case Inst(), Inst(attrs=attrs):
                changed = [v for k, now in obj.attrs.items() if (old := attrs.get(k)) != now for v in (old, now) if v]
            case DictObj(), DictObj() as old:
                changed = [
                    v for one, other in ((obj, old), (old, obj)) for k, v in one.items if (k, v) not in other.items
                ]
            case ListObj(), ListObj(items=items) if obj.items != items and len(obj.items) == len(items):
                changed = [v for item in obj.items for v in _inside(item, heap)]
        if any(is_number(v) and v.v in compared for v in changed):
            return True
    return False


def _inside(item: Value, heap: Mapping[int, Any]) -> list[Value]:
    obj = heap.get(item.id) if isinstance(item, Ref) else None
    return list(item.items) if isinstance(item, Tup) else list(obj.attrs.values()) if isinstance(obj, Inst) else [item]
