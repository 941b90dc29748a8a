"""The schema of the contract format and the loader agree: what one accepts the other accepts."""

from __future__ import annotations

import copy
import json
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from errpact import schemas
from errpact.contracts.errors import InvalidContract
from errpact.contracts.loader import _contract, providers
from errpact.contracts.reader import Table

VALIDATOR = Draft202012Validator(schemas.load("contract"), registry=schemas.registry())

# Every key of the format once, so that each can be changed.
FULL = """
format = 1
provider = "acme"
title = "Acme"
contract_version = "1"
page = "https://acme.example/errors"
code_types = ["string"]
errors_in_success = true
hosts = [{ host = "api.acme.example", source = "https://acme.example" }]
sdks = [{ distribution = "acme-sdk", module = "acme", source = "https://acme.example" }]
changes = [{ version = "1", date = "2026-01-01", summary = "First." }]
surfaces = [{ id = "main", description = "All." }]
[unknown_advice]
steps = [{ then = "stop" }]
[[envelopes]]
id = "error"
media = "json"
open = false
description = "An error."
section = "Errors"
[envelopes.properties]
"/code" = { types = ["string"], field = "code", required = true, description = "The code." }
"/advice" = { types = ["string"], field = "advice", reading = true }
"/ok" = { types = ["boolean"], const = false }
"/data" = { null = true }
[[rules]]
id = "server"
statuses = [500, 509]
section = "Retries"
reading = true
note = "50x"
steps = [{ then = "resend", schedule = [3, 6] }]
[[advices]]
value = "WAIT"
meaning = "Wait."
section = "Advice"
steps = [{ wait = { seconds = 60, upto = 120, words = "a minute or two" }, then = "resend" }]
[[cases]]
code = "E100-E199"
range = true
range_reading = true
status = [400, 422]
status_reading = true
kind = "error"
name = "LOGON"
key = "logon"
surface = "main"
channel = "reply"
methods = ["GET"]
envelopes = ["error"]
meaning = "Logon failed."
section = "Codes"
page = "https://acme.example/codes"
cause = "credential"
excepted_by = "server"
advice = true
aliases = ["acme:main:old"]
steps = [{ actor = "end-user", action = "corrects the password", role = "payer", remedy = true }]
samples = [{ status = 400, body = { code = "E100", advice = "WAIT", ok = false, data = 1 }, nulls = ["/data"] }]
[cases.strings]
title = ["Logon"]
[[cases]]
code = "X"
kind = "error"
status = "error-unspecified"
meaning = "X."
section = "Codes"
samples = [{ json = "null" }]
"""
VALUES: tuple[Any, ...] = (
    0, -1, 1, 400, 99, 600, 2.5, True, False, "", "x", "E1-E9", "Some Name", "resend", [], [1], ["x"], [[]], {},
    {"x": 1},
)  # fmt: skip
# What a schema cannot say: names that must exist elsewhere in the file, names that must not stand twice, the ends of
# a range, the text of a sample. Mutations there are left to the loader's own tests.
BEYOND = {
    "surface", "envelopes", "excepted_by", "code", "upto", "seconds", "id", "value", "json", "nulls", "aliases",
    "extends", "body",
}  # fmt: skip


def accepted_by_loader(data: dict[str, Any]) -> bool:
    try:
        _contract(Table(copy.deepcopy(data), "test.toml"), None)
    except InvalidContract:
        return False
    return True


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths of all values in a document."""
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from places(inner, (*path, key))


def changed(data: dict[str, Any], path: tuple[Any, ...], change: Any) -> dict[str, Any]:
    """The document with one value removed (`change` is None), misspelt (Ellipsis) or replaced."""
    result = copy.deepcopy(data)
    parent = result
    for key in path[:-1]:
        parent = parent[key]
    if change is None:
        del parent[path[-1]]
    elif change is ...:
        parent[f"{path[-1]}x"] = parent.pop(path[-1])
    else:
        parent[path[-1]] = copy.deepcopy(change)
    return result


def told_by_schema(path: tuple[Any, ...], change: Any) -> bool:
    """Whether a mutation is one that a schema can judge."""
    if "body" in path[:-1] or path[0] == "format":
        return False
    if path[0] in ("rules", "envelopes") and len(path) <= 2 and (change in (None, ...) or change == []):
        return False  # a case refers to it
    name = next((key for key in reversed(path) if isinstance(key, str)), "")
    if change is ... and not isinstance(path[-1], str):
        return False
    if "strings" in path[:-1] and change is ...:
        return False
    return name not in BEYOND or (change is ... and path[-1] not in BEYOND)


def agree(data: dict[str, Any]) -> None:
    by_loader = accepted_by_loader(data)
    errors = [f"{list(e.absolute_path)}: {e.message}" for e in VALIDATOR.iter_errors(data)]
    assert (not errors) == by_loader, (by_loader, errors)


def test_the_schema_is_valid_and_needs_nothing_else() -> None:
    Draft202012Validator.check_schema(schemas.load("contract"))
    refs = set(_refs(schemas.load("contract")))
    assert refs
    assert all(ref.startswith("#/$defs/") for ref in refs)


def _refs(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(schema.get("$ref"), str):
            yield schema["$ref"]
        for value in schema.values():
            yield from _refs(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _refs(value)


@pytest.mark.parametrize("provider", providers())
def test_shipped_contracts_satisfy_the_schema(provider: str) -> None:
    text = (resources.files("errpact.contracts") / "providers" / f"{provider}.toml").read_text(encoding="utf-8")
    assert not list(VALIDATOR.iter_errors(tomllib.loads(text)))


def test_the_full_document_is_accepted_by_both() -> None:
    data = tomllib.loads(FULL)
    assert accepted_by_loader(data)
    agree(data)


def test_every_single_mutation_of_the_full_document() -> None:
    """Each value removed, misspelt, and replaced by each of the odd values: one verdict."""
    data = tomllib.loads(FULL)
    verdicts = []
    for path in places(data):
        for change in (None, ..., *VALUES):
            if told_by_schema(path, change):
                mutated = changed(data, path, change)
                by_loader = accepted_by_loader(mutated)
                assert VALIDATOR.is_valid(mutated) == by_loader, (path, change, by_loader)
                verdicts.append(by_loader)
    # The mutations are worth their name: many of either verdict.
    assert verdicts.count(True) > 100
    assert verdicts.count(False) > 500


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_random_mutations_of_shipped_contracts(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(providers()))
    text = (resources.files("errpact.contracts") / "providers" / f"{name}.toml").read_text(encoding="utf-8")
    contract = tomllib.loads(text)
    path = data.draw(st.sampled_from(list(places(contract))))
    change = data.draw(st.sampled_from((None, ..., *VALUES)))
    if told_by_schema(path, change):
        agree(changed(contract, path, change))


@pytest.mark.parametrize("missing", ["provider", "page", "contract_version", "format", "surfaces", "cases"])
def test_what_every_contract_needs(missing: str) -> None:
    data = tomllib.loads(FULL)
    del data[missing]
    assert not accepted_by_loader(data)
    agree(data)


def test_an_extension_needs_less_and_has_no_provider_of_its_own() -> None:
    extension = {"format": 1, "extends": "flanks", "contract_version": "2"}
    assert accepted_by_loader(extension)
    agree(extension)
    agree({**extension, "provider": "acme"})


def test_the_documents_own_words_are_json() -> None:
    """Editors read the file as JSON text."""
    assert json.loads(schemas.text("contract"))["$id"] == "urn:errpact:schema:contract"
