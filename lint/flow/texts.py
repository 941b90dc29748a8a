"""Texts made of values, by an f-string, `%`, `format` or `join`: one that holds a code among other words says which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from .values import Const, JsonVal, RawVal, ReplyVal, Tup, Unk, Value, field_of, key_of, tainted

CODES: Final = frozenset({"code", "advice", "code-text"})


def formatted(*values: Value) -> Value:
    """The text of an f-string with these parts."""
    texts = [_text(v) for v in values]
    known = "".join(t for t in texts if t is not None) if None not in texts else None
    if any(tells(v) or field_of(v) == "status" for v in values) and (len(values) > 1 or field_of(values[0]) is None):
        return _made("format", values, known, "code-text")
    fields = {f for v in values if (f := field_of(v))}
    single = next(iter(fields)) if len(fields) == 1 else None
    if known is None:
        return _made("format", values, None, single)
    # A sentence around a message is still a message; one around something else is a new text.
    return Const(known, single if len(values) == 1 or "message" in fields else None)


def joined(separator: Const, items: Sequence[Value], more: bool) -> Value:
    """`separator.join(items)`; more: of further, unknown ones too."""
    if more:
        items = (*items, Unk(("more", *(key_of(i) for i in items))))
    return formatted(*(v for i, item in enumerate(items) for v in ((separator, item) if i else (item,))))


def filled(template: Const, values: Sequence[Value], fill: Callable[..., str]) -> Value:
    """`template % values` and the like. fill: makes the text of plain values."""
    field = "code-text" if any(tells(v) for v in values) else None
    known = None
    if all(isinstance(v, Const) for v in values):
        try:
            known = fill(*(v.v for v in values if isinstance(v, Const)))
        except (TypeError, ValueError, LookupError, AttributeError):
            return Unk(("format", template.v), "str")
    return _made("format", (template, *values), known, field)


def percent(template: Const, right: Value) -> Value:
    """`template % right`, where the right side isn't plain."""
    return filled(template, right.items if isinstance(right, Tup) else (right,), lambda *plain: template.v % plain)


def tells(value: Value) -> bool:
    """Whether a value's text says which case it was: a code, a reply, its whole body. One status stands for several."""
    match value:
        case ReplyVal() | RawVal() | JsonVal(_, ""):
            return True
    return field_of(value) in CODES


def _made(how: str, values: Sequence[Value], known: str | None, field: str | None) -> Value:
    if known is not None:
        return Const(known, field)
    return Unk((how, *(key_of(v) for v in values)), "str", field, any(tainted(v) for v in values))


def _text(value: Value) -> Any:
    """A value's text in a formatted string; None if unknown."""
    return str(value.v) if isinstance(value, Const) else None
