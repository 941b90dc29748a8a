"""JSON Schemas of single shapes: an envelope, a value at a JSON Pointer, a choice among envelopes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .contract import Contract
from .envelope import Envelope, Property
from .points import code_types

Schema = dict[str, Any]


class _Node:
    """A place in a body while its schema is put together."""

    def __init__(self) -> None:
        self.own: Schema = {}
        self.required = False
        self.children: dict[str, _Node] = {}


def parts_of(pointer: str) -> list[str]:
    """The reference tokens of a JSON Pointer, unescaped."""
    return [p.replace("~1", "/").replace("~0", "~") for p in pointer.split("/")[1:]]


def at(pointer: str, schema: Schema) -> Schema:
    """A schema that holds where the place exists and its value fits; no vacuous truth for other types."""
    for part in reversed(parts_of(pointer)):
        if part.isascii() and part.isdigit():
            before: list[Schema | bool] = [True] * int(part)
            schema = {"type": "array", "minItems": int(part) + 1, "prefixItems": [*before, schema]}
        else:
            schema = {"type": "object", "required": [part], "properties": {part: schema}}
    return schema


def envelope_schema(contract: Contract, envelope: Envelope, *, closed: bool = True) -> Schema:
    """The shape of an envelope's body, without references.

    closed: places that the page only suggests are required too, and the advice is one of the documented values.
    Objects stay open: a reply may carry places that the page does not show.
    """
    root = _Node()
    for place in envelope.properties:
        node = root
        for part in parts_of(place.pointer):
            node = node.children.setdefault(part, _Node())
        node.own = _place_schema(contract, place, closed)
        node.required = place.required and (closed or not place.reading)
    if envelope.open and not _needs(root):
        schema = _nested(root)
        schema.pop("type", None)  # the page shows no body: it may be any JSON value
    else:
        schema = _nested(root) or {"type": ["object", "array"]}
    if envelope.description:
        schema["description"] = envelope.description
    return schema


def _place_schema(contract: Contract, place: Property, closed: bool) -> Schema:
    schema: Schema = {}
    types = place.types
    if place.field == "code":
        types = types or (contract.code_types if contract.code_types else code_types(contract))
    if types and place.binding == place.const:
        schema["type"] = types[0] if len(types) == 1 else list(types)
    if len(place.binding) == 1:
        schema["const"] = place.binding[0]
    elif place.binding:
        schema["enum"] = list(place.binding)
    if place.field == "advice" and contract.advices and closed:
        schema["enum"] = [a.value for a in contract.advices]
    if place.description:
        schema["description"] = place.description
    if place.reading:
        schema["$comment"] = "a reading: the page only suggests this place or value"
    return schema


def _needs(node: _Node) -> bool:
    return node.required or any(_needs(child) for child in node.children.values())


def _nested(node: _Node) -> Schema:
    if not node.children:
        return dict(node.own)
    schema: Schema = {"type": "object", **node.own}
    if all(name.isascii() and name.isdigit() for name in node.children):
        last = max(int(name) for name in node.children)
        items = [_nested(node.children[str(n)]) if str(n) in node.children else True for n in range(last + 1)]
        needed = [int(name) + 1 for name, child in node.children.items() if _needs(child)]
        return {**schema, "type": "array", "prefixItems": items} | ({"minItems": max(needed)} if needed else {})
    required = [name for name, child in node.children.items() if _needs(child)]
    if required:
        schema["required"] = required
    schema["properties"] = {name: _nested(child) for name, child in node.children.items()}
    return schema


def choose(envelopes: Sequence[tuple[Envelope, Schema]]) -> Schema:
    """A schema for a body that is one of several envelopes, as a chain of if/then/else.

    Each envelope is told from the later ones by places and constants that only it requires, so a message names the
    field that is wrong; envelopes that nothing tells apart stay an `anyOf`. No envelope at all: anything goes.
    """
    if not envelopes:
        return {}
    ranked = sorted(envelopes, key=lambda e: (e[0].open, -len([p for p in e[0].properties if p.required])))
    first, rest = ranked[0], ranked[1:]
    if not rest:
        return first[1]
    marks = _marks(first[0], [e for e, _ in rest])
    if not marks:
        return {"anyOf": [schema for _, schema in ranked]}
    condition = marks[0] if len(marks) == 1 else {"allOf": marks}
    return {"if": condition, "then": first[1], "else": choose(rest)}


def const_marks(envelope: Envelope, others: Sequence[Envelope]) -> list[Schema]:
    """Conditions on the constants that an envelope has and none of the others allows."""
    marks = []
    for place in envelope.properties:
        theirs = [p.binding for o in others for p in o.properties if p.pointer == place.pointer]
        if place.required and place.binding and place.binding not in theirs:
            marks.append(at(place.pointer, {"enum": list(place.binding)}))
    return marks


def _marks(envelope: Envelope, others: Sequence[Envelope]) -> list[Schema]:
    """What tells an envelope from all the others: constants, else places that only it requires."""
    if constants := const_marks(envelope, others):
        return constants
    shared = set.intersection(*({p.pointer for p in o.properties if p.required} for o in others))
    return [at(p.pointer, {}) for p in envelope.properties if p.required and p.pointer not in shared]
