"""Pure operations on values that do not depend on the point. What Python would refuse gives a builtin error's name."""

from __future__ import annotations

import datetime
import operator
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from .texts import percent, tells
from .values import (
    ABSENT,
    FALSE,
    TRUE,
    Cls,
    Const,
    Ext,
    Func,
    JsonVal,
    Lam,
    Made,
    Method,
    RawVal,
    Ref,
    ReplyVal,
    Tup,
    Uncoded,
    Unk,
    Value,
    field_of,
    key_of,
    tainted,
)


class PyError(Exception):
    """Python would raise this builtin exception here."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


_BINARY: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv,
    "%": operator.mod, "<<": operator.lshift, ">>": operator.rshift, "|": operator.or_, "&": operator.and_,
    "^": operator.xor,
}  # fmt: skip
_ORDER: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
_COMPARED: Final = {**_ORDER, "==": operator.eq, "!=": operator.ne}
_UNARY: Final[dict[str, Callable[[Any], Any]]] = {"-": operator.neg, "+": operator.pos, "~": operator.invert}
SAFE: Final = (
    str, bytes, int, float, bool, type(None), tuple, frozenset, range, datetime.timedelta, datetime.datetime, Decimal,
)  # fmt: skip
LIMIT: Final = 10_000
FIELDS: Final = frozenset({"code", "status", "advice", "state", "message"})


def unknown(op: str, *values: Value, type_: str | None = None) -> Unk:
    """The unknown result of an operation, with a structural identity; its field is the one field it was made from."""
    fields = {f for v in values if (f := field_of(v)) is not None}
    return Unk(
        (op, *(key_of(v) for v in values)), type_, fields.pop() if len(fields) == 1 else None,
        any(tainted(v) or field_of(v) in FIELDS for v in values),
    )  # fmt: skip


def either(op: str, left: Value, right: Value, type_: str | None) -> Unk:
    """`left or right`, `left and right`, where it is unknown which; no documented code where neither is one."""
    made = unknown(op, left, right, type_=type_)
    codes = next((v.codes for v in (left, right) if isinstance(v, Uncoded)), None)
    if codes is None or any(_may_be(v, codes) for v in (left, right)):
        return made
    return Uncoded(made.key, made.type, made.field, made.taint, codes)


def _may_be(value: Value, codes: frozenset[object]) -> bool:
    """Whether a value may be one of these codes."""
    return not isinstance(value, Uncoded) and (not isinstance(value, Const) or _among(value.v, codes))


def _among(value: object, codes: frozenset[object]) -> bool:
    return isinstance(value, str | int) and value in codes


def binary(op: str, left: Value, right: Value) -> Value:
    """`left op right`."""
    if isinstance(left, Const) and isinstance(right, Const):
        return _const_binary(op, left, right)
    if op == "+" and isinstance(left, Tup) and isinstance(right, Tup):
        return Tup(left.items + right.items)
    if op == "%" and isinstance(left, Const) and isinstance(left.v, str):
        return percent(left, right)
    type_ = "str" if op in "+%" and (is_a(left, str) or is_a(right, str)) else None
    made = unknown(op, left, right, type_=type_)
    if type_ is not None and made.field is None and (tells(left) or tells(right)):
        return replace(made, field="code-text")
    return made


def is_a(value: Value, type_: type) -> bool:
    """Whether a value is surely of a builtin type."""
    return (isinstance(value, Const) and isinstance(value.v, type_)) or (
        isinstance(value, Unk) and value.type == type_.__name__
    )


def _const_binary(op: str, left: Const, right: Const) -> Value:
    if not isinstance(left.v, SAFE) or not isinstance(right.v, SAFE):
        return unknown(op, left, right)
    a: Any = left.v
    b: Any = right.v
    result: Any
    try:
        if op == "**":
            if abs(a) > 1e6 or abs(b) > 64:
                return Const(float("inf")) if b > 0 else Const(0.0)
            result = a**b
        elif op == "*" and (isinstance(a, (str, bytes, tuple)) or isinstance(b, (str, bytes, tuple))):
            result = a * b if max(a, b, key=lambda x: isinstance(x, int) and x) and _size(a, b) < LIMIT else None
        elif op in _BINARY:
            result = _BINARY[op](a, b)
        else:
            return unknown(op, left, right)
    except ZeroDivisionError:
        raise PyError("ZeroDivisionError") from None
    except (TypeError, ValueError, ArithmeticError):
        if isinstance(a, datetime.datetime) or isinstance(b, datetime.datetime):
            return unknown(op, left, right)  # a date by the path's clock is no date that the program would have
        raise PyError("TypeError") from None
    return Const(result, left.field or right.field)


def _size(a: Any, b: Any) -> int:
    text, count = (a, b) if hasattr(a, "__len__") else (b, a)
    return len(text) * (count if isinstance(count, int) else LIMIT)


def unary(op: str, value: Value) -> Value:
    """`-value`, `not value` and so on."""
    if op == "not":
        known = truth(value)
        return unknown("not", value, type_="bool") if known is None else Const(not known)
    if isinstance(value, Const) and isinstance(value.v, (int, float, datetime.timedelta, Decimal)):
        return Const(_UNARY[op](value.v), value.field)
    return unknown(op, value)


def truth(value: Value) -> bool | None:
    """Whether a value is true; None if unknown."""
    match value:
        case Const(v):
            return bool(v)
        case Tup(items):
            return bool(items)
        case Func() | Lam() | Cls() | Ext() | ReplyVal() | JsonVal():
            return True
        case RawVal():
            return True
        case Made(name) | Method(Made(name)) if name.startswith("uuid."):
            return True
        case Unk(_, "str", "message"):
            # A documented message is never empty.
            return True
        case _ if value is ABSENT:
            return False
        case _:
            return None


def compare(op: str, left: Value, right: Value) -> Value:
    """`left op right` for values that are no collections in the heap."""
    if op in _COMPARED and (between := distance(left, right)) is not None:
        return Const(_COMPARED[op](between, 0))
    if op in ("==", "!=", "is", "is not"):
        same = equal(left, right)
        if same is None:
            return unknown(op, left, right, type_="bool")
        return Const(same == (op in ("==", "is")))
    if op in _ORDER:
        if isinstance(left, Const) and isinstance(right, Const):
            try:
                return Const(_ORDER[op](left.v, right.v))
            except TypeError:
                if isinstance(left.v, datetime.datetime) or isinstance(right.v, datetime.datetime):
                    return unknown(op, left, right, type_="bool")
                raise PyError("TypeError") from None
        return unknown(op, left, right, type_="bool")
    return unknown(op, left, right, type_="bool")


def distance(left: Value, right: Value) -> int | None:
    """`left - right`, where both are the same unknown number but for what is added to it (`tries + 1`, `tries`)."""
    if not isinstance(left, (Unk, Ext)) or not isinstance(right, (Unk, Ext)):
        return None
    (one, plus), (other, minus) = _added(key_of(left)), _added(key_of(right))
    return plus - minus if one == other and _lasts(one) else None


def _added(key: Any) -> tuple[Any, int]:
    """What is behind the known numbers that were added to an unknown value, and their sum."""
    total = 0
    while isinstance(key, tuple) and len(key) == 3 and key[0] in ("+", "-"):
        match key:
            case ("+", inner, ("const", "int", n)) | ("+", ("const", "int", n), inner):
                total += n
            case ("-", inner, ("const", "int", n)):
                total -= n
            case _:
                break
        key = inner
    return key, total


def _lasts(key: Any) -> bool:
    """Whether what is unknown is the same each time it is asked for: no call may give something else (`clock()`)."""
    return not isinstance(key, tuple) or (key[:1] not in (("call",), ("made",)) and all(_lasts(k) for k in key))


def equal(left: Value, right: Value) -> bool | None:
    """Whether two values are equal; None if unknown."""
    if type(left) is Const and type(right) is Const:
        try:
            return bool(left.v == right.v)
        except TypeError:
            return False
    if isinstance(left, Tup) and isinstance(right, Tup):
        if len(left.items) != len(right.items):
            return False
        found = [equal(a, b) for a, b in zip(left.items, right.items, strict=True)]
        return False if False in found else (None if None in found else True)
    exact = (Func, Lam, Cls, Ext, Ref)
    if isinstance(left, exact) and isinstance(right, exact):
        return left == right
    for one, other in ((left, right), (right, left)):
        if isinstance(one, Const) and isinstance(other, (*exact, Tup, JsonVal, ReplyVal, RawVal)):
            return False
        if isinstance(one, Const) and isinstance(other, Unk) and other.type is not None and _apart(one.v, other.type):
            return False
        if isinstance(one, Const) and isinstance(other, Uncoded) and _among(one.v, other.codes):
            return False
    if isinstance(left, (Unk, Made)) and left == right:
        return True
    return None


def _apart(value: Any, type_: str) -> bool:
    """Whether a known value can't equal an unknown one of a known type."""
    if value is None:
        return type_ != "NoneType"
    own, numbers = type(value).__name__, ("int", "float", "bool")
    return own not in ("bool", type_) and not (own in numbers and type_ in numbers)


def member(item: Value, items: tuple[Value, ...], more: bool) -> Value:
    """`item in items`; more says that there may be others."""
    unsure = more
    for candidate in items:
        same = equal(item, candidate)
        if same is True:
            return TRUE
        unsure = unsure or same is None
    return unknown("in", item, *items, type_="bool") if unsure else FALSE


def subscript_const(value: Any, index: Any) -> Any:
    """`value[index]` of plain Python values."""
    try:
        return value[index]
    except (IndexError, KeyError) as exc:
        raise PyError(type(exc).__name__) from None
    except TypeError:
        raise PyError("TypeError") from None
