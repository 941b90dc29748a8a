"""The shipped provider schemas: fresh, closed, self-contained, and no validator needs to guess."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from errpact import schemas
from errpact.contracts import CodeRange, Contract, load, parse, points, providers
from errpact.contracts.points import code_types
from errpact.contracts.range_pattern import range_pattern
from errpact.contracts.schema_generator import Strictness, build, dumps
from errpact.contracts.schema_shapes import at, parts_of


def replies(contract: Contract) -> Iterator[tuple[str, Any]]:
    """(case id, body) of each documented sample, and of each point built from the contract alone."""
    for case in contract.cases:
        yield from ((case.id, sample.body) for sample in case.samples)
    for kind in code_types(contract):
        for point in points(contract, code_type=kind, off=False):
            if point.envelope is not None and point.envelope.media == "json" and point.case is not None:
                yield point.case.id, body_of(contract, point)


def body_of(contract: Contract, point: Any) -> Any:
    """The smallest body of a point: its values, and one value for each other required place."""
    body: dict[str, Any] = {}
    filler = {"string": "text", "object": {}, "boolean": True, "integer": 1, "null": None, "number": 1, "array": []}
    for place in point.envelope.properties:
        if place.pointer in point.values or place.required:
            free = copy.copy(filler[place.types[0]]) if place.types else "text"
            value = point.values.get(place.pointer, place.const[0] if place.const else free)
            put(body, parts_of(place.pointer), value)
    return body


def put(body: dict[str, Any], parts: list[str], value: Any) -> None:
    for part in parts[:-1]:
        body = body.setdefault(part, {})
    if not (isinstance(value, dict) and parts[-1] in body):
        body[parts[-1]] = value


def validator(schema: Any) -> Draft202012Validator:
    return Draft202012Validator(schema, registry=schemas.registry())


def walk(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from walk(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from walk(value)


@pytest.mark.parametrize("provider", providers())
def test_the_committed_schema_is_what_the_contract_gives(provider: str) -> None:
    assert schemas.text(provider) == dumps(build(load(provider))), "run: python -m errpact.contracts.schema_generator"


def test_there_is_one_for_each_provider() -> None:
    assert set(schemas.names()) >= {"contract", *providers()}


@pytest.mark.parametrize("name", schemas.names())
def test_a_valid_schema_that_stands_alone(name: str) -> None:
    schema = schemas.load(name)
    Draft202012Validator.check_schema(schema)
    assert re.fullmatch(r"urn:errpact:schema:[a-z-]+", schema["$id"])
    for part in walk(schema):
        assert str(part.get("$ref", "#/$defs/")).startswith("#/$defs/")
        assert "oneOf" not in part
        assert "unevaluatedProperties" not in part


@pytest.mark.parametrize("strictness", list(Strictness))
@pytest.mark.parametrize("provider", providers())
def test_no_condition_is_true_of_nothing(provider: str, strictness: Strictness) -> None:
    """Each `if` of a provider's schema holds of an object only where the place it asks for exists."""
    schema = build(load(provider), strictness)
    conditions = [part["if"] for part in walk(schema) if "if" in part]
    assert conditions
    for condition in conditions:
        assert not Draft202012Validator(dict(condition, **{"$defs": schema["$defs"]})).is_valid({})
        assert not Draft202012Validator(dict(condition, **{"$defs": schema["$defs"]})).is_valid("text")


@pytest.mark.parametrize("strictness", list(Strictness))
@pytest.mark.parametrize("provider", providers())
def test_documented_replies_are_valid(provider: str, strictness: Strictness) -> None:
    contract = load(provider)
    check = validator(build(contract, strictness))
    bodies = list(replies(contract))
    assert len({case for case, _ in bodies}) > 5
    for case, body in bodies:
        assert not [e.message for e in check.iter_errors(body)], (case, body)


@pytest.mark.parametrize("provider", providers())
def test_an_unknown_code_is_named_where_it_stands(provider: str) -> None:
    """Closed: refused at the code's own place. Open: the same body passes."""
    contract = load(provider)
    closed, open_ = validator(build(contract)), validator(build(contract, Strictness.ENVELOPE))
    checked = 0
    for point in points(contract):
        if point.off == "unknown-code" and point.envelope is not None:
            place = point.envelope.property_for("code")
            assert place is not None
            body = body_of(contract, point)
            assert place.pointer in {
                "/" + "/".join(map(str, e.absolute_path)) for e in leaves(closed.iter_errors(body))
            }
            assert open_.is_valid(body)
            checked += 1
    assert checked


@pytest.mark.parametrize("provider", providers())
def test_what_lacks_a_place_or_has_a_wrong_type_is_refused_by_name(provider: str) -> None:
    """Each required place of an envelope with a code, taken away or given another type, is named in an error."""
    contract = load(provider)
    check = validator(build(contract))
    refused = 0
    for point in points(contract, off=False):
        if point.envelope is None or point.code is None or point.envelope.open:
            continue
        for place in point.envelope.properties:
            if not place.required or not place.types or place.field == "code":
                continue
            body = body_of(contract, point)
            put(body, parts_of(place.pointer), [["wrong"]])
            errors = [
                e for e in leaves(check.iter_errors(body)) if "/" + "/".join(map(str, e.absolute_path)) == place.pointer
            ]
            if not errors and any(p.pointer.startswith(f"{place.pointer}/") for p in point.envelope.properties):
                continue  # the code itself stands below: without it this is another kind of body
            assert errors, (point.label, place.pointer)
            refused += 1
    assert refused or all(e.open for e in contract.envelopes if e.property_for("code"))


def leaves(errors: Any) -> Iterator[Any]:
    for error in errors:
        if error.context:
            yield from leaves(error.context)
        yield error


def test_an_advice_that_is_not_documented_is_refused_only_when_closed() -> None:
    contract = load("khipu")
    body = copy.deepcopy(next(s.body for c in contract.cases for s in c.samples if c.code is not None))
    body["Error"]["Type"] = "RETRY_SOMETIME"
    assert [list(e.absolute_path) for e in validator(build(contract)).iter_errors(body)] == [["Error", "Type"]]
    assert validator(build(contract, Strictness.ENVELOPE)).is_valid(body)


def test_a_body_that_repeats_the_http_status_must_repeat_a_documented_one() -> None:
    contract = parse(
        LISTED.replace('field = "code" }', 'field = "code" }\n"/http" = { types = ["string"], field = "status" }')
    )
    contract = replace(contract, cases=tuple(replace(c, status=(400, 422)) for c in contract.cases))
    body = {"errors": [{"code": 7}], "http": "500"}
    errors = list(validator(build(contract)).iter_errors(body))
    assert [list(e.absolute_path) for e in errors] == [["http"]]
    assert validator(build(contract)).is_valid({**body, "http": "422"})
    assert validator(build(contract, Strictness.ENVELOPE)).is_valid(body)


def digits(width: int) -> st.SearchStrategy[str]:
    return st.integers(0, 10**width - 1).map(lambda n: f"{n:0{width}d}")


@given(st.sampled_from(["", "E", "AB"]), st.integers(1, 4), st.data())
def test_a_range_as_a_pattern_is_the_range(prefix: str, width: int, data: st.DataObject) -> None:
    first, last = sorted([data.draw(digits(width)), data.draw(digits(width))])
    codes = CodeRange(prefix + first, prefix + last)
    pattern = range_pattern(codes)
    for text in (*data.draw(st.lists(digits(width), max_size=20)), first, last, "", "x" * width, first + "0"):
        code = prefix + text
        assert (re.search(pattern, code) is not None) == (code in codes), (pattern, code)


def test_ranges_stay_readable() -> None:
    assert range_pattern(CodeRange("E100", "E199")) == "^E1[0-9]{2}$"
    assert range_pattern(CodeRange("I001", "I003")) == "^I00[1-3]$"
    assert "E100-E199" not in schemas.text("khipu")
    assert "^E1[0-9]{2}$" in schemas.text("khipu")


LISTED = """
format = 1
provider = "listed"
contract_version = "1"
page = "https://listed.example/errors"
code_types = ["integer"]
surfaces = [{ id = "main", description = "All." }]
[[envelopes]]
id = "error"
[envelopes.properties]
"/errors/0/code" = { types = ["integer"], field = "code" }
[[envelopes]]
id = "gone"
media = "none"
[[cases]]
code = 7
kind = "error"
envelopes = ["error"]
meaning = "Seven."
section = "Codes"
[[cases]]
status = 410
kind = "error"
envelopes = ["gone"]
meaning = "No body."
section = "Codes"
"""


def test_codes_in_lists() -> None:
    """An envelope that is a list of errors: the first one's code counts."""
    check = validator(build(parse(LISTED)))
    assert check.is_valid({"errors": [{"code": 7}, {"code": 9}]})
    assert not check.is_valid({"errors": [{"code": 8}]})
    assert not check.is_valid({"errors": []})
    assert not check.is_valid({})


def test_a_place_in_a_list_is_not_vacuous() -> None:
    check = Draft202012Validator(at("/a/1", {"const": 5}))
    assert check.is_valid({"a": [0, 5]})
    assert not any(check.is_valid(value) for value in ({"a": [5]}, {"a": []}, {}, [], {"a": {"1": 5}}))


def test_the_registry_never_fetches(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    from referencing.exceptions import Unresolvable

    monkeypatch.setattr(socket, "socket", lambda *a, **k: pytest.fail("a socket was opened"))
    registry = schemas.registry()
    assert registry.resolver().lookup("urn:errpact:schema:khipu").contents["$id"] == "urn:errpact:schema:khipu"
    with pytest.raises(Unresolvable):
        registry.resolver().lookup("https://example.com/remote.schema.json")


def test_unknown_names_are_told() -> None:
    with pytest.raises(KeyError):
        schemas.load("../contracts/providers/khipu")
