"""What is wrong with a body's shape, in our words: jsonschema finds it, its messages would repeat the payload."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from ..contract import Contract
from ..extras import need
from ..schema_shapes import Schema
from ..wording import counted
from .model import ShapeError, json_type, shown

MAX_ERRORS: Final = 20


def shape_errors(
    contract: Contract, validator: Any, body: Any, envelopes: tuple[str, ...], *, show_values: bool = False
) -> tuple[ShapeError, ...]:
    """The violations that a validator (of `validator_for`) finds, sorted by place."""
    codes = {p.pointer for e in contract.envelopes for p in e.properties if p.field in ("code", "advice", "status")}
    found: dict[tuple[str, str], ShapeError] = {}
    for error in leaves(validator.iter_errors(body)):
        for pointer, expected, value in _told(error):
            hidden = shown(value, code_like=pointer in codes, everything=show_values) if value is not _ABSENT else None
            text = "nothing" if value is _ABSENT else json_type(value) + (f" {hidden}" if hidden is not None else "")
            found.setdefault((pointer, expected), ShapeError(pointer, expected, text, envelopes))
    return tuple(found[key] for key in sorted(found)[:MAX_ERRORS])


def validator_for(schema: Schema) -> Any:
    """A jsonschema validator for a schema of ours; it never fetches. Raises MissingExtra without jsonschema."""
    jsonschema = need("jsonschema")
    referencing = need("referencing")
    return jsonschema.Draft202012Validator(schema, registry=referencing.Registry())


_ABSENT: Final = object()


def leaves(errors: Iterable[Any]) -> Iterator[Any]:
    """Errors without the unions around them."""
    for error in errors:
        if error.context:
            yield from leaves(error.context)
        else:
            yield error


def pointer_of(path: Iterable[Any]) -> str:
    """A path as a JSON Pointer."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def _told(error: Any) -> Iterator[tuple[str, str, Any]]:
    """Place, expectation and value of one jsonschema error. Only the schema's words go into the expectation."""
    here = pointer_of(error.absolute_path)
    given = error.validator_value
    if error.validator == "required":
        for name in given:
            if name not in error.instance:
                yield f"{here}{pointer_of([name])}", "a value (the documented body always has it)", _ABSENT
    elif error.validator == "type":
        yield here, " or ".join([given] if isinstance(given, str) else given), error.instance
    elif error.validator == "const":
        yield here, _constants([given]), error.instance
    elif error.validator == "enum":
        yield here, _constants(given), error.instance
    elif error.validator == "pattern":
        yield here, f"text like {given}", error.instance
    elif error.validator == "minItems":
        yield here, f"at least {counted(given, 'item')}", error.instance
    else:
        yield here, "another value", error.instance


def _constants(values: list[Any]) -> str:
    words = [repr(v) if isinstance(v, str) else str(v).lower() if isinstance(v, bool) else str(v) for v in values]
    words = ["null" if v is None else w for v, w in zip(values, words, strict=True)]
    if len(words) > 8:
        words = [*words[:6], f"one of {len(words) - 6} others"]
    return words[0] if len(words) == 1 else "one of " + ", ".join(words)
