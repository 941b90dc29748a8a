"""Which functions only shape data (`from_row`, `as_dict`, a property with a sum): no reply can come of them, so that
they needn't be run by themselves. Pure.

Told from the function alone, and strictly: it reads its parameters by name, converts, formats and collects. It tries,
raises and awaits nothing, and compares nothing with a text or a list, as one that tells codes apart would.
"""

from __future__ import annotations

from typing import Final

from . import ir

CONVERSIONS: Final = frozenset(
    {"abs", "bool", "dict", "enumerate", "float", "frozenset", "int", "len", "list", "max", "min", "range", "reversed"}
    | {"round", "set", "sorted", "str", "sum", "tuple", "zip", "Decimal", "date", "datetime", "timedelta", "cls"}
)
"""Names that are called: builtins and the usual types that data is converted to."""
METHODS: Final = frozenset(
    {"append", "as_tuple", "astimezone", "capitalize", "casefold", "copy", "date", "encode", "endswith", "extend"}
    | {"format", "fromisoformat", "fromtimestamp", "isoformat", "items", "join", "keys", "ljust", "lower", "lstrip"}
    | {"quantize", "removeprefix", "removesuffix", "replace", "rjust", "rstrip", "setdefault", "split", "splitlines"}
    | {"startswith", "strftime", "strip", "strptime", "timestamp", "title", "upper", "values", "zfill"}
)
"""Methods of texts, numbers, dates, lists and dicts; `get` counts with a plain key only."""
DESCRIBES: Final = frozenset({"classmethod", "staticmethod", "property", "cached_property"})
OTHER: Final = (
    ir.Try, ir.Raise, ir.Await, ir.Yield, ir.With, ir.While, ir.Match, ir.Lambda, ir.Global, ir.Assert, ir.Delete,
    ir.ClassDef, ir.Import, ir.ImportFrom,
)  # fmt: skip
"""Constructs that do more than shape."""


def only_shapes(node: ir.FunctionDef) -> bool:
    """Whether a function does nothing but shape the data that it is given."""
    if node.is_async or node.is_generator or node.provider or not all(map(_describes, node.decorators)):
        return False
    return all(map(_plain, node.inside()))


def _describes(decorator: ir.Expr) -> bool:
    return (getattr(decorator, "id", "") or getattr(decorator, "attr", "")) in DESCRIBES


def _plain(item: object) -> bool:
    match item:
        case ir.Call(func=ir.Name(id=name)):
            return name in CONVERSIONS
        case ir.Call(func=ir.Attr(attr="get"), args=[ir.Const(value=str(key)), *_]):
            return key.replace("-", "_").isidentifier()
        case ir.Call(func=ir.Attr(attr=name)):
            return name in METHODS
        case ir.Call() | ir.FunctionDef():
            return False
        case ir.Compare(ops=ops):
            return all(_numeric(op, right) for op, right in ops)
    return not isinstance(item, OTHER)


def _numeric(op: str, right: ir.Expr) -> bool:
    """Whether a comparison is one of sizes, or with nothing."""
    if op in ("is", "is not"):
        return isinstance(right, ir.Const) and right.value is None
    return op in ("<", "<=", ">", ">=")
