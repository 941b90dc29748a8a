"""A JSON Schema of ours as one Python function that says yes or no.

jsonschema takes 120 ms to import and 20 µs a reply; most replies are valid and need neither. The keywords are those
that our generator writes; a test holds the functions against jsonschema, which still writes every message.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

Test = Callable[[Any], bool]
ANNOTATIONS: Final = frozenset({"$schema", "$id", "$defs", "$comment", "title", "description", "then", "else"})
SCALARS: Final = (str, int, float, bool, type(None))


def compile_schema(schema: Any, defs: Mapping[str, Any] | None = None) -> Test:
    """A function that tells whether a value is valid.

    Raises ValueError for a keyword that the generator never writes.
    """
    return _compile(schema, schema.get("$defs", {}) if defs is None and isinstance(schema, dict) else (defs or {}))


def _compile(schema: Any, defs: Mapping[str, Any]) -> Test:
    if isinstance(schema, bool):
        return lambda value: schema
    tests = [_keyword(name, schema, defs) for name in schema if name not in ANNOTATIONS]
    return _all([t for t in tests if t is not None])


def _all(tests: list[Test]) -> Test:
    if not tests:
        return lambda value: True
    if len(tests) == 1:
        return tests[0]
    if len(tests) == 2:
        one, two = tests
        return lambda value: one(value) and two(value)
    return lambda value: all(test(value) for test in tests)


def _keyword(name: str, schema: Mapping[str, Any], defs: Mapping[str, Any]) -> Test | None:
    given = schema[name]
    if name == "$ref":
        return _compile(defs[str(given).removeprefix("#/$defs/")], defs)
    if name in ("allOf", "anyOf"):
        return _combined(name, [_compile(part, defs) for part in given])
    if name == "not":
        inner = _compile(given, defs)
        return lambda value: not inner(value)
    if name == "if":
        return _conditional(given, schema, defs)
    if name == "properties":
        return _properties(schema, defs)
    if name == "required":
        return None if "properties" in schema else _required(tuple(given))
    simple = _SIMPLE.get(name)
    if simple is not None:
        return simple(given)
    if name == "prefixItems":
        items = [_compile(part, defs) for part in given]
        return lambda value: (
            not isinstance(value, list) or all(test(item) for test, item in zip(items, value, strict=False))
        )
    raise ValueError(f"keyword {name!r} is not one that the generator writes")


def _combined(name: str, parts: list[Test]) -> Test:
    return _all(parts) if name == "allOf" else lambda value: any(test(value) for test in parts)


def _conditional(condition: Any, schema: Mapping[str, Any], defs: Mapping[str, Any]) -> Test:
    test = _compile(condition, defs)
    then, other = _compile(schema.get("then", True), defs), _compile(schema.get("else", True), defs)
    return lambda value: then(value) if test(value) else other(value)


def _required(names: tuple[str, ...]) -> Test:
    return lambda value: not isinstance(value, dict) or all(name in value for name in names)


_ABSENT: Final = object()


def _properties(schema: Mapping[str, Any], defs: Mapping[str, Any]) -> Test:
    """`properties` and `required` in one pass over the documented names."""
    wanted = set(schema.get("required", ()))
    places = [(name, _compile(part, defs), name in wanted) for name, part in schema["properties"].items()]
    others = tuple(wanted - set(schema["properties"]))

    def test(value: Any) -> bool:
        if not isinstance(value, dict):
            return True
        for name, inner, required in places:
            found = value.get(name, _ABSENT)
            if found is _ABSENT:
                if required:
                    return False
            elif not inner(found):
                return False
        return all(name in value for name in others)

    return test


def _type(given: Any) -> Test:
    names = [given] if isinstance(given, str) else list(given)
    tests = [_TYPES[name] for name in names]
    return tests[0] if len(tests) == 1 else lambda value: any(test(value) for test in tests)


_TYPES: Final[Mapping[str, Test]] = {
    "string": lambda v: isinstance(v, str),
    "object": lambda v: isinstance(v, dict),
    "array": lambda v: isinstance(v, list),
    "null": lambda v: v is None,
    "boolean": lambda v: isinstance(v, bool),
    "number": lambda v: isinstance(v, (int, float)) and not isinstance(v, bool),
    "integer": lambda v: (isinstance(v, int) and not isinstance(v, bool)) or (isinstance(v, float) and v.is_integer()),
}


def _enum(given: Any) -> Test:
    if all(isinstance(v, SCALARS) for v in given):
        known = {(isinstance(v, bool), v) for v in given}
        return lambda value: isinstance(value, SCALARS) and (isinstance(value, bool), value) in known
    return lambda value: any(same(value, v) for v in given)


def same(one: Any, other: Any) -> bool:
    """Equality of JSON values: 1 is 1.0, true is not 1."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[k], other[k]) for k in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(same(a, b) for a, b in zip(one, other, strict=True))
    return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)


def _pattern(given: str) -> Test:
    search = re.compile(given).search
    return lambda value: not isinstance(value, str) or search(value) is not None


def _min_items(given: int) -> Test:
    return lambda value: not isinstance(value, list) or len(value) >= given


_SIMPLE: Final[Mapping[str, Callable[[Any], Test]]] = {
    "type": _type,
    "enum": _enum,
    "const": lambda given: _enum([given]),
    "pattern": _pattern,
    "minItems": _min_items,
}
