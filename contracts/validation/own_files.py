"""Contracts and JSON Schemas that are files of the user's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from ..case import Case
from ..classify import Reply, classify
from ..contract import Contract
from ..errors import InvalidContract
from ..extras import need
from ..files import read
from ..loader import FOLDER, load_path, providers
from ..schema_generator import Strictness
from . import jsontext
from .checker import Checker
from .model import Problem, Severity
from .shape_errors import pointer_of

MAX_SCHEMA: Final = 16 * 1024 * 1024
MAX_CONTRACT: Final = 4 * 1024 * 1024


def check_contract(path: Path, known: Mapping[str, Contract] | None = None) -> Iterator[Problem]:
    """What is wrong with a contract file: its format, and samples that contradict it. known: what it may extend."""
    if path.stat().st_size > MAX_CONTRACT:
        yield _error("contract", f"is longer than {MAX_CONTRACT >> 20} MiB: not read")
        return
    try:
        contract = load_path(path, known)
    except InvalidContract as exc:
        key = f"{exc.key}: " if exc.key else ""
        yield _error("contract", f"{key}{exc.problem}; {exc.mend}", line=exc.line)
        return
    except RecursionError:
        yield _error("contract", "is nested too deep")
        return
    if contract.extends is None and contract.provider in providers() and not _shipped(path):
        mend = f'choose another name, or write `extends = "{contract.provider}"` to add to it'
        problem = (
            f"provider: {contract.provider!r} has a contract that ships with errpact, so no project can use this one"
        )
        yield Problem("contract", Severity.WARNING, f"{problem}; {mend}")
    checker = Checker(contract, Strictness.DOCUMENTED, show_values=True)
    for case in contract.cases:
        yield from _samples(contract, case, checker)


def _shipped(path: Path) -> bool:
    return path.resolve().parent == Path(FOLDER).resolve()


def _samples(contract: Contract, case: Case, checker: Checker) -> Iterator[Problem]:
    """A documented sample must have the shape of its case's envelopes and classify to its case."""
    for number, sample in enumerate(case.samples):
        result = checker.check(sample.body, sample.status, channel=case.channel)
        place = f"sample {number + 1} of {case.id}"
        for error in result.shape:
            yield _error(
                "sample",
                f"{place}: {error.pointer or 'the body'}: expected {error.expected}, found {error.found}",
                cases=(case.id,),
                pointer=error.pointer,
            )
        if case not in classify(contract, Reply(sample.status, sample.body), channel=case.channel).cases:
            yield _error("sample", f"{place} does not classify to this case", cases=(case.id,))


def check_schema(path: Path) -> Iterator[Problem]:
    """What is wrong with a JSON Schema: against its metaschema, and references that leave the file."""
    if path.stat().st_size > MAX_SCHEMA:
        yield _error("schema", f"is longer than {MAX_SCHEMA >> 20} MiB: not read")
        return
    try:
        schema = jsontext.parse(read(path))
    except jsontext.NotJson as exc:
        yield _error("not-json", f"{exc.problem} (column {exc.column})", line=exc.line)
        return
    if not isinstance(schema, (dict, bool)):
        yield _error("schema", "a schema is an object, true or false")
        return
    try:
        yield from _metaschema(schema)
        yield from _references(schema)
    except (RecursionError, OverflowError, ValueError):
        yield _error("schema", "is nested too deep, or has a pattern beyond all bounds")


def _metaschema(schema: Any) -> Iterator[Problem]:
    jsonschema = need("jsonschema")
    dialect = schema.get("$schema") if isinstance(schema, dict) else None
    kind = jsonschema.validators.validator_for(schema, default=None) if dialect is not None else None
    if dialect is not None and kind is None:
        yield _error("remote-ref", "`$schema` names a dialect that is not known here; nothing is fetched")
        return
    kind = kind or jsonschema.Draft202012Validator
    try:
        kind.check_schema(schema)
    except jsonschema.SchemaError as exc:
        place = pointer_of(exc.absolute_path) or "the root"
        yield _error("schema", f"{place}: `{exc.validator}` of the metaschema does not hold", pointer=place)


def _references(schema: Any) -> Iterator[Problem]:
    """References that resolve neither in the file nor among the schemas that ship with errpact."""
    from ... import schemas

    need("referencing")
    from referencing import Resource
    from referencing.exceptions import Unresolvable
    from referencing.jsonschema import DRAFT202012, UnknownDialect

    try:
        root = Resource.from_contents(schema, default_specification=DRAFT202012)
    except UnknownDialect:  # reported already
        return
    registry = schemas.registry().with_resource(root.id() or "", root).crawl()
    stack = [(root, registry.resolver_with_root(root))]
    while stack:
        resource, resolver = stack.pop()
        contents = resource.contents
        for keyword in ("$ref", "$dynamicRef", "$recursiveRef"):
            target = contents.get(keyword) if isinstance(contents, dict) else None
            if not isinstance(target, str):
                continue
            try:
                resolver.lookup(target)
            except Unresolvable:
                yield _unresolved(keyword, target)
        stack.extend((sub, resolver.in_subresource(sub)) for sub in resource.subresources())


def _unresolved(keyword: str, target: str) -> Problem:
    if target.startswith("#"):
        return _error("schema", f"`{keyword}` {target!r} points at nothing")
    return _error(
        "remote-ref",
        f"`{keyword}` {target!r} is outside this file; nothing is ever fetched: put the schema under `$defs`",
    )


def _error(kind: str, message: str, **fields: Any) -> Problem:
    return Problem(kind, Severity.ERROR, message, **fields)
