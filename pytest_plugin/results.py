"""Results as comparable trees: a returned value or an exception → `{path: scalar}`, with generated data marked."""

from __future__ import annotations

import dataclasses
import enum
import json
import re
import types
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

MAX_NODES: Final = 3000
MAX_DEPTH: Final = 12
DATA: Final = "\0data"
"""Stands where generated (or the consumer's) data stood."""
EMPTY: Final = ("\0[]", "\0{}")
_NAMED: Final = re.compile(r"\.[A-Za-z_]\w*$")
_FIGURE: Final = re.compile(r"[-+]?\d[\d.,]*")
CLASS: Final = "__class__"
_SKIPPED: Final = (types.ModuleType, types.FunctionType, types.BuiltinFunctionType, types.MethodType, type)
Tree = dict[str, Any]


def flatten(value: Any) -> Tree:
    """A value's scalars by path; classes of objects are scalars too (`….__class__`)."""
    tree: Tree = {}
    for path, leaf in _walk(value, "", 0, set()):
        tree[path] = leaf
        if len(tree) >= MAX_NODES:
            break
    return tree


def _walk(value: Any, path: str, depth: int, seen: set[int]) -> Iterator[tuple[str, Any]]:
    if value is None or (isinstance(value, (bool, int, float)) and not isinstance(value, enum.Enum)):
        yield path, value
    elif isinstance(value, (str, bytes, bytearray)) and not isinstance(value, enum.Enum):
        yield from _text(value, path, depth, seen)
    elif isinstance(value, (Decimal, UUID, date, time, timedelta)):
        yield path, str(value)
    elif depth > MAX_DEPTH or id(value) in seen or isinstance(value, _SKIPPED):
        return
    else:
        try:
            parts = list(_container(value, path, depth + 1, seen | {id(value)}))
        except Exception:
            # Objects of other people may refuse to be looked at; they say nothing then.
            parts = []
        yield from parts


def _text(value: Any, path: str, depth: int, seen: set[int]) -> Iterator[tuple[str, Any]]:
    """Text is itself, and what it says where it is a JSON document (a kept response body)."""
    text = value if isinstance(value, str) else bytes(value).decode("utf-8", "replace")
    if text[:1] in ("{", "["):
        try:
            parsed = json.loads(text)
        except (ValueError, RecursionError):
            parsed = None
        if isinstance(parsed, (dict, list)):
            yield from _walk(parsed, f"{path}(json)", depth, seen)
            return
    yield path, text


def _container(value: Any, path: str, depth: int, seen: set[int]) -> Iterator[tuple[str, Any]]:
    if isinstance(value, enum.Enum):
        yield f"{path}.{CLASS}", type(value).__qualname__
        yield f"{path}.name", value.name
        yield from _walk(value.value, f"{path}.value", depth, seen)
        return
    if isinstance(value, Mapping):
        if not value:
            yield path, EMPTY[1]
        for key, part in list(value.items()):
            yield from _walk(part, f"{path}.{key}", depth, seen)
        return
    parts = None
    if isinstance(value, (list, tuple)) and not hasattr(value, "_fields"):
        parts = list(value)
    elif isinstance(value, (set, frozenset)):
        parts = sorted(value, key=repr)
    if parts is not None:
        if not parts:
            yield path, EMPTY[0]
        for number, part in enumerate(parts):
            yield from _walk(part, f"{path}[{number}]", depth, seen)
        return
    yield f"{path}.{CLASS}", type(value).__qualname__
    for name, part in _fields(value):
        yield from _walk(part, f"{path}.{name}", depth, seen)


def _fields(value: Any) -> Iterable[tuple[str, Any]]:
    """An object's data: named fields, attributes, and of an exception its arguments and cause."""
    if (names := getattr(value, "_fields", None)) and isinstance(value, tuple):
        return list(zip(names, value, strict=True))
    found: dict[str, Any] = {}
    if isinstance(value, BaseException):
        found["args"] = value.args
        found["cause"] = value.__cause__ or (None if value.__suppress_context__ else value.__context__)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        found.update({f.name: getattr(value, f.name, None) for f in dataclasses.fields(value)})
    for cls in type(value).__mro__:
        slots = cls.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if not name.startswith("__") and hasattr(value, name):
                found[name] = getattr(value, name)
    attributes = getattr(value, "__dict__", None)
    if isinstance(attributes, dict):
        found.update({k: v for k, v in list(attributes.items()) if isinstance(k, str)})
    return [(k, v) for k, v in found.items() if not k.startswith("__")]


def without_port(tree: Tree, port: int) -> Tree:
    """The tree with a port of this machine taken out of addresses, and where it stands alone."""
    address = re.compile(rf"(127\.0\.0\.1|localhost):{port}(?!\d)")

    def cleaned(leaf: Any) -> Any:
        if isinstance(leaf, str):
            return address.sub(r"\1", leaf)
        return 0 if leaf == port and not isinstance(leaf, bool) else leaf

    return {path: cleaned(leaf) for path, leaf in tree.items()}


def mask(tree: Tree, data: Iterable[Any]) -> Tree:
    """The tree with every leaf that comes from `data` replaced by DATA."""
    values = {str(v) for v in data if _telling(v)}
    long = sorted((v for v in values if len(v) >= 3), key=len, reverse=True)

    def replaced(leaf: Any) -> Any:
        if leaf is None or isinstance(leaf, bool) or leaf in EMPTY:
            return leaf
        text = str(leaf)
        if text in values or (isinstance(leaf, str) and any(v in text for v in long)):
            return DATA
        return leaf

    return {path: leaf if path.endswith(CLASS) else replaced(leaf) for path, leaf in tree.items()}


def _telling(value: Any) -> bool:
    """Whether a value is enough to be known again: small numbers and nothing are not."""
    if value is None or isinstance(value, bool) or value == "":
        return False
    return not isinstance(value, (int, float)) or abs(value) >= 10


def holds(tree: Tree, wanted: Any, *, in_text: bool) -> bool:
    """Whether a leaf is a code (its JSON type does not matter); with `in_text`, also as a word of a longer text."""
    text = str(wanted)
    word = re.compile(rf"(?<![A-Za-z0-9_.-]){re.escape(text)}(?![A-Za-z0-9_-])")
    for path, leaf in tree.items():
        if leaf is None or isinstance(leaf, bool) or path.endswith(CLASS):
            continue
        if str(leaf) == text:
            return True
        if in_text and len(text) >= 3 and isinstance(leaf, str) and word.search(leaf):
            return True
    return False


def same(left: Tree, right: Tree) -> bool:
    """Whether two trees agree in every path and leaf."""
    return left.keys() == right.keys() and all(type(left[p]) is type(right[p]) and left[p] == right[p] for p in left)


def without_figures(tree: Tree) -> Tree:
    """The tree without numbers, also those in texts; what is left is said in words (`settled`, `EUR`)."""
    words = {p: _FIGURE.sub("", leaf) if isinstance(leaf, str) else leaf for p, leaf in tree.items()}
    return {
        p: 0 if isinstance(leaf, (int, float)) and not isinstance(leaf, bool) else leaf for p, leaf in words.items()
    }


def other_words(result: Tree, success: Tree) -> bool:
    """Whether the result has a named field that the success does not have, and something in it."""
    return any(
        _NAMED.search(path) and path not in success and leaf not in (None, "", *EMPTY) for path, leaf in result.items()
    )


def told_apart(result: Tree, success: Tree) -> bool:
    """Whether the result says something in a field without data that the success does not say."""
    for path, leaf in result.items():
        if leaf is DATA or leaf in (None, "", *EMPTY) or (leaf == 0 and not isinstance(leaf, bool)):
            continue
        other = success.get(path)
        if other is DATA or any(p.startswith((f"{path}.", f"{path}[")) for p in success):
            continue
        if type(other) is not type(leaf) or other != leaf:
            return True
    return False


def says_something(tree: Tree) -> bool:
    """Whether a result says something in words of the client's own: not only data, figures, nothing, and the classes
    that hold it."""
    words = (leaf for path, leaf in tree.items() if not path.endswith(CLASS) and isinstance(leaf, (str, bool)))
    return any(word is not DATA and word not in ("", False, *EMPTY) for word in words)
