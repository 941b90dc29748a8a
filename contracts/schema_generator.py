"""Contract → the provider's JSON Schema. `python -m errpact.contracts.schema_generator` writes the shipped ones.

The root dispatches by presence of a code: an `enum` of the documented codes (ranges as patterns) and if/then grouped
by equal consequences, never a `oneOf` of codes, whose message says nothing and whose check takes 140 times as long.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from .case import Case, CodeRange
from .contract import Contract
from .envelope import Envelope
from .points import code_types, read_as
from .range_pattern import range_pattern
from .schema_shapes import Schema, at, choose, const_marks, envelope_schema
from .terms import Kind

if TYPE_CHECKING:
    from pathlib import Path

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
ID_PREFIX: Final = "urn:errpact:schema:"
PRESENT: Final = {"not": {"enum": [None, ""]}}


class Strictness(StrEnum):
    """How a schema takes what the page does not document."""

    ENVELOPE = "envelope"
    """Open: codes, advice and statuses that the page does not have pass; the shape of the body counts."""
    DOCUMENTED = "documented"
    """Closed: only documented codes, advice and statuses."""


def build(contract: Contract, strictness: Strictness = Strictness.DOCUMENTED) -> Schema:
    """A provider's bundled schema: self-contained, for any 2020-12 validator."""
    closed = strictness is Strictness.DOCUMENTED
    shapes = {e.id: envelope_schema(contract, e, closed=closed) for e in contract.envelopes if e.media == "json"}
    pointers = code_pointers(contract)
    defs: dict[str, Schema] = {f"envelope-{name}": schema for name, schema in shapes.items()}
    root: Schema = _without_code(contract, pointers)
    for number, pointer in reversed(list(enumerate(pointers, 1))):
        suffix = f"-{number}" if len(pointers) > 1 else ""
        defs[f"codes{suffix}"] = _any_code(contract, _cases_at(contract, pointer))
        defs[f"with-code{suffix}"] = _with_code(contract, pointer, f"codes{suffix}", closed)
        root = {"if": at(pointer, PRESENT), "then": {"$ref": f"#/$defs/with-code{suffix}"}, "else": root}
    return {
        "$schema": DIALECT,
        "$id": f"{ID_PREFIX}{contract.provider}" + ("" if closed else ":envelope"),
        "title": f"{contract.title}: replies that {'its page documents' if closed else 'have a documented shape'}",
        "$comment": f"Generated from the contract {contract.provider} {contract.version} ({contract.page}).",
        **root,
        "$defs": dict(sorted(defs.items())),
    }


def code_pointers(contract: Contract) -> tuple[str, ...]:
    """The places where a code may stand, in file order."""
    places = (e.property_for("code") for e in contract.envelopes if e.media == "json")
    return tuple(dict.fromkeys(p.pointer for p in places if p is not None))


def with_code(contract: Contract, pointer: str) -> tuple[Envelope, ...]:
    """The envelopes that have a code at this place."""
    return tuple(e for e in contract.envelopes if (p := e.property_for("code")) and p.pointer == pointer)


def without_code(contract: Contract) -> tuple[Envelope, ...] | None:
    """The envelopes of documented bodies that have no code; None where a body without one may be anything."""
    cases = [c for c in contract.cases if c.code is None and c.kind is not Kind.TRANSPORT]
    if any(not c.envelopes for c in cases):
        return None
    wanted = {name for c in cases for name in c.envelopes}
    return tuple(e for e in contract.envelopes if e.id in wanted and e.media == "json")


def wire_values(contract: Contract, case: Case) -> tuple[str | int, ...]:
    """The code as JSON may hold it, under each reading of its type; nothing for a range or no code."""
    if case.code is None or isinstance(case.code, CodeRange):
        return ()
    if contract.code_types:
        return (case.code,)
    return tuple({type(v): v for v in (read_as(case.code, t) for t in code_types(contract))}.values())


def _cases_at(contract: Contract, pointer: str) -> list[Case]:
    here = {e.id for e in with_code(contract, pointer)}
    return [c for c in contract.cases if c.code is not None and (not c.envelopes or here & set(c.envelopes))]


def _any_code(contract: Contract, cases: Iterable[Case]) -> Schema:
    """A value that is one of these cases' codes."""
    values: dict[tuple[type, object], str | int] = {}
    patterns: dict[str, None] = {}
    for case in cases:
        values.update({(type(v), v): v for v in wire_values(contract, case)})
        if isinstance(case.code, CodeRange):
            patterns[range_pattern(case.code)] = None
    choices: list[Schema] = [{"enum": list(values.values())}] if values else []
    choices += [{"type": "string", "pattern": p} for p in patterns]
    return choices[0] if len(choices) == 1 else {"anyOf": choices}


def _with_code(contract: Contract, pointer: str, known: str, closed: bool) -> Schema:
    """What holds of a body whose code stands at a place."""
    cases = _cases_at(contract, pointer)
    here = with_code(contract, pointer)
    rules: list[Schema] = [at(pointer, {"$ref": f"#/$defs/{known}"})] if closed else []
    for envelopes, statuses, members in _groups(cases, here, closed):
        then: list[Schema] = [_choice(envelopes)]
        places = {p.pointer for e in envelopes if (p := e.property_for("status"))}
        if statuses and len(places) == 1:
            then.append(at(places.pop(), {"enum": statuses}))
        consequence = then[0] if len(then) == 1 else {"allOf": then}
        rules.append({"if": at(pointer, _any_code(contract, members)), "then": consequence})
    if not closed:
        rules.append({"if": at(pointer, {"not": {"$ref": f"#/$defs/{known}"}}), "then": _choice(here)})
    return {"allOf": rules}


def _groups(
    cases: Sequence[Case], here: Sequence[Envelope], closed: bool
) -> list[tuple[tuple[Envelope, ...], list[str | int], list[Case]]]:
    """Codes grouped by equal consequences: the envelopes they come in, the statuses that the body may repeat."""
    by_code: dict[str, list[Case]] = {}
    for case in cases:
        by_code.setdefault(str(case.code_text), []).append(case)
    groups: dict[tuple[tuple[str, ...], tuple[str | int, ...]], list[Case]] = {}
    for same in by_code.values():
        wanted = {name for c in same for name in (c.envelopes or [e.id for e in here])}
        ids = tuple(e.id for e in here if e.id in wanted)
        statuses = _body_statuses(same, here) if closed else ()
        groups.setdefault((ids, statuses), []).extend(same)
    by_id = {e.id: e for e in here}
    return [(tuple(by_id[i] for i in ids), list(statuses), found) for (ids, statuses), found in groups.items()]


def _body_statuses(cases: Sequence[Case], here: Sequence[Envelope]) -> tuple[str | int, ...]:
    """Values that a copy of the HTTP status in the body may have for a code; nothing where the page leaves it open."""
    places = [p for e in here if (p := e.property_for("status"))]
    if not places or not all(isinstance(c.status, tuple) for c in cases):
        return ()
    statuses = sorted({s for c in cases if isinstance(c.status, tuple) for s in c.status})
    return tuple(str(s) if "string" in places[0].types else s for s in statuses)


def _choice(envelopes: Sequence[Envelope]) -> Schema:
    return choose([(e, {"$ref": f"#/$defs/envelope-{e.id}"}) for e in envelopes if e.media == "json"])


def _without_code(contract: Contract, pointers: Sequence[str]) -> Schema:
    """What holds of a body without a code. One that its constants show to be an envelope with a code lacks the code:
    saying so helps more than comparing it with the others."""
    codeless = without_code(contract)
    if codeless is None:
        return {}
    coded = [e for pointer in pointers for e in with_code(contract, pointer)]
    if not codeless:
        return _choice(coded)
    schema = _choice(codeless)
    for envelope in coded:
        marks = const_marks(envelope, codeless) if envelope not in codeless else []
        if marks:
            schema = {"if": {"allOf": marks}, "then": {"$ref": f"#/$defs/envelope-{envelope.id}"}, "else": schema}
    return schema


def dumps(schema: Any) -> str:
    """The text of a schema file: stable, readable, with a newline at its end."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def write(folder: Path, contracts: Iterable[Contract]) -> list[Path]:
    """Write the closed schema of each contract into a folder; returns the files."""
    files = []
    for contract in contracts:
        file = folder / f"{contract.provider}.schema.json"
        file.write_text(dumps(build(contract)), encoding="utf-8")
        files.append(file)
    return files


def main() -> int:
    """Write the shipped providers' schemas beside `contract.schema.json`."""
    from pathlib import Path

    from .. import schemas
    from .loader import load, providers

    folder = Path(str(schemas.__file__)).parent
    for file in write(folder, [load(name) for name in providers()]):
        print(file.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
