"""Texts made of values, by an f-string, `%`, `format` or `join`: one that holds a code among other words says which."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from string import Formatter
from typing import Any, Final

from .values import Const, JsonVal, Made, RawVal, ReplyVal, Tup, Unk, Value, field_of, key_of, tainted

CODES: Final = frozenset({"code", "advice", "code-text"})
WORDS: Final = frozenset({"message", "code-text", "status-text"})
"""Fields of texts that people read: what a reply says, and what is made of it with a code or only a status."""
STATUS: Final = frozenset({"status", "status-text"})
DUMPS: Final = frozenset({"json.dumps", "orjson.dumps"})
"""What makes a text of a structure."""
PERCENT: Final = re.compile(r"%(?:[sd]|(%)|(.?))", re.DOTALL)

Piece = str | int
"""What a template consists of: a text, or the number of the value that stands there."""


def formatted(*values: Value) -> Value:
    """The text of an f-string with these parts."""
    texts = [_text(v) for v in values]
    known = None if None in texts else "".join(texts)
    telling = [v for v in values if type(v) is not Const or v.field is not None]  # a text of the program's own isn't
    fields = {f for v in telling if (f := field_of(v))}
    held = fields | {f for v in telling for f in _fields_in(v)}
    told = "code-text" if any(tells(v) for v in telling) else "status-text" if held & STATUS else None
    if told and (len(values) > 1 or field_of(values[0]) is None):
        return _made("format", values, known, told)
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


def filled(template: Const, values: Sequence[Value], fill: Callable[..., str], pieces: Sequence[Piece] = ()) -> Value:
    """`template % values` and the like. fill: makes the text of plain values. pieces: those of the template, if they
    are known: it is then the same text as an f-string of them."""
    field = "code-text" if any(tells(v) for v in values) else None
    known = None
    if all(isinstance(v, Const) for v in values):
        try:
            known = fill(*(v.v for v in values if isinstance(v, Const)))
        except (TypeError, ValueError, LookupError, AttributeError):
            return Unk(("format", template.v), "str")
    if any(isinstance(p, int) and p >= len(values) for p in pieces):
        pieces = ()
    parts = [Const(p) if isinstance(p, str) else values[p] for p in pieces]
    return _made("format", parts or (template, *values), known, field)


def percent(template: Const, right: Value) -> Value:
    """`template % right`, where the right side isn't plain."""
    values = right.items if isinstance(right, Tup) else (right,)
    return filled(template, values, lambda *plain: template.v % plain, percent_pieces(template.v))


def percent_pieces(template: str) -> list[Piece]:
    """The pieces of a template for `%`; none where it asks for more than texts and numbers as they are."""
    found: list[Piece] = []
    end = count = 0
    for match in PERCENT.finditer(template):
        if match[2] is not None:
            return []
        found += [template[end : match.start()], "%" if match[1] else count]
        count += not match[1]
        end = match.end()
    return [piece for piece in (*found, template[end:]) if piece != ""]


def format_pieces(template: str, names: Sequence[str]) -> list[Piece]:
    """The pieces of a template for `str.format`; none where it asks for more than values as they are. names: of its
    values, empty for those without."""
    found: list[Piece] = []
    try:
        for text, name, spec, conversion in Formatter().parse(template):
            found.append(text)
            if name is None:
                continue
            if spec or conversion or not re.fullmatch(r"\w*", name):
                return []
            auto = sum(isinstance(p, int) for p in found)
            found.append(auto if name == "" else int(name) if name.isdecimal() else names.index(name))
    except ValueError:
        return []
    return [piece for piece in found if piece != ""]


def tells(value: Value) -> bool:
    """Whether a value's text says which case it was: a code, a reply, its whole body. One status stands for several."""
    match value:
        case ReplyVal() | RawVal() | JsonVal(_, ""):
            return True
        case Made() | Tup():
            return not CODES.isdisjoint(_fields_in(value))
    return field_of(value) in CODES


def _fields_in(value: Value) -> Iterator[str]:
    """The fields of a reply that the text of a structure shows: `json.dumps({"code": code})`."""
    todo: list[Value] = [value] if isinstance(value, Tup) or (isinstance(value, Made) and value.name in DUMPS) else []
    while todo:
        item = todo.pop()
        if isinstance(item, (Tup, Made)):
            todo.extend(item.items if isinstance(item, Tup) else item.args)
        elif field := field_of(item):
            yield field


def _made(how: str, values: Sequence[Value], known: str | None, field: str | None) -> Value:
    if known is not None:
        return Const(known, field)
    return Unk((how, *(key_of(v) for v in values)), "str", field, any(tainted(v) for v in values))


def _text(value: Value) -> Any:
    """A value's text in a formatted string; None if unknown."""
    return str(value.v) if isinstance(value, Const) else None
