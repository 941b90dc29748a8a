"""The checker: jsonschema and `classify` are its oracles, dispatch only makes it fast."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from errpact.contracts import Kind, Reply, classify, load, points, providers
from errpact.contracts.points import code_types
from errpact.contracts.schema_generator import Strictness, build
from errpact.contracts.schema_shapes import envelope_schema, parts_of
from errpact.contracts.validation import Checker
from errpact.contracts.validation.checker import NOT_JSON
from errpact.contracts.validation.compiled import compile_schema, same

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.sampled_from(
        ["", "ERROR", "OK", "E201", "DO_NOT_RETRY", "401", "503", "ERRO_INTERNO", 401, 20003, 40001, 1.0, 0, 1]
    ),
    st.text(max_size=5),
)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=3), inner, max_size=3)),
)
CHECKERS = {(name, strictness): Checker(load(name), strictness) for name in providers() for strictness in Strictness}
ROOTS = {
    (name, strictness): (
        Draft202012Validator(build(load(name), strictness)),
        compile_schema(build(load(name), strictness)),
    )
    for name in providers()
    for strictness in Strictness
}


@st.composite
def bodies(draw: st.DrawFn, provider: str) -> Any:
    """Documented bodies, most of them with something changed; now and then any JSON value."""
    contract = load(provider)
    if draw(st.integers(0, 9)) == 0:
        return draw(JSON)
    body: dict[str, Any] = {}
    for envelope in draw(st.lists(st.sampled_from(contract.envelopes), min_size=1, max_size=2)):
        for place in envelope.properties:
            if draw(st.integers(0, 7)):
                put(body, parts_of(place.pointer), draw(values(provider, place)))
    return body


def values(provider: str, place: Any) -> st.SearchStrategy[Any]:
    choices = [SCALARS]
    contract = load(provider)
    if place.const:
        choices = [st.sampled_from(place.const), SCALARS]
    elif place.field == "code":
        codes = [
            p.code for kind in code_types(contract) for p in points(contract, code_type=kind) if p.code is not None
        ]
        choices = [st.sampled_from(codes), st.sampled_from(codes), SCALARS]
    elif place.field == "advice":
        choices = [st.sampled_from([a.value for a in contract.advices] or ["x"]), SCALARS]
    elif place.field == "status":
        choices = [st.sampled_from(["400", "401", "402", "503", "500", "202"]), SCALARS]
    elif "object" in place.types:
        choices = [st.just({}), JSON]
    return st.one_of(*(st.builds(copy.deepcopy, c) for c in choices))


def put(body: dict[str, Any], parts: list[str], value: Any) -> None:
    for part in parts[:-1]:
        if not isinstance(body.get(part), dict):
            body[part] = {}
        body = body[part]
    body[parts[-1]] = value


STATUSES = st.sampled_from([None, 200, 202, 400, 401, 405, 409, 422, 429, 500, 503, 529])


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_compiled_tests_say_what_jsonschema_says(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(providers()))
    body = data.draw(bodies(name))
    for strictness in Strictness:
        oracle, test = ROOTS[name, strictness]
        assert test(body) == oracle.is_valid(body)
    for envelope in load(name).envelopes:
        if envelope.media == "json":
            schema = envelope_schema(load(name), envelope)
            assert compile_schema(schema)(body) == Draft202012Validator(schema).is_valid(body)


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_dispatch_gives_what_classify_gives(data: st.DataObject) -> None:
    """Plans are kept by a few facts of a body; none of them stands for two replies that `classify` tells apart."""
    name = data.draw(st.sampled_from(providers()))
    body, status = data.draw(bodies(name)), data.draw(STATUSES)
    match = classify(load(name), Reply(status, body if not isinstance(body, str) else f'"{"x" * len(body)}"'))
    if isinstance(body, str):
        return
    for strictness in Strictness:
        plan = CHECKERS[name, strictness].plan(body, status, None)
        assert plan.result.cases == match.cases
        assert plan.result.unknown is None or not plan.result.cases


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_violations_are_found_exactly_where_the_schema_is_violated(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(providers()))
    body, status = data.draw(bodies(name)), data.draw(STATUSES)
    checker = CHECKERS[name, Strictness.ENVELOPE]
    plan, result = checker.plan(body, status, None), checker.check(body, status)
    valid = plan.schema is None or Draft202012Validator(plan.schema).is_valid(body)
    assert bool(result.shape) != valid
    assert checker.valid(body, status) == (plan.result.unknown is None and valid)


@given(JSON, JSON)
def test_equality_is_jsons(one: Any, other: Any) -> None:
    assert same(one, other) == Draft202012Validator({"const": one}).is_valid(other)


def test_true_is_not_one() -> None:
    assert not same(True, 1)
    assert same(1, 1.0)
    assert not compile_schema({"enum": [1]})(True)
    assert compile_schema({"type": "integer"})(1.0)


def test_a_keyword_of_others_is_refused() -> None:
    with pytest.raises(ValueError, match="unevaluatedProperties"):
        compile_schema({"unevaluatedProperties": False})


@pytest.mark.parametrize("provider", providers())
def test_every_documented_sample_is_valid(provider: str) -> None:
    contract = load(provider)
    for strictness in Strictness:
        for case in contract.cases:
            for sample in case.samples:
                body = sample.body
                result = CHECKERS[provider, strictness].check(body, sample.status, channel=case.channel)
                assert result.ok, (case.id, result)
                assert case in result.cases


def test_an_unknown_code_is_told_with_the_nearest_and_its_shape_still_counts() -> None:
    checker = Checker(load("brick"))
    result = checker.check({"code": "CPF_INVALIDA", "title": "t", "detail": 5}, 400)
    assert (result.unknown, result.value) == ("unknown-code", "CPF_INVALIDA")
    assert result.nearest[0] == "CPF_INVALIDO"
    assert [(e.pointer, e.expected, e.found) for e in result.shape] == [("/detail", "string", "integer")]


def test_numbers_have_numbers_near_them() -> None:
    result = Checker(load("klavi")).check({"code": 777, "message": "x"})
    assert result.nearest == ("708", "704")


def test_a_code_of_another_type_is_a_matter_of_shape() -> None:
    body = {"error": {"en": "x"}, "error_code": 503, "http_code": "503", "success": False}
    result = Checker(load("synapse")).check(body)
    assert result.unknown is None
    assert [(e.pointer, e.expected, e.found) for e in result.shape] == [("/error_code", "string", "integer 503")]


def test_a_known_code_with_an_undocumented_status() -> None:
    result = Checker(load("flanks")).check({"error": "x", "error_code": 20001}, 503)
    assert (result.unknown, result.value, result.shape) == ("unknown-status", "20001", ())


def test_an_undocumented_advice() -> None:
    body = {"Status": "ERROR", "Error": {"Code": "E201", "Type": "RETRY_SOMETIME", "Description": "x"}}
    result = Checker(load("khipu")).check(body, 200)
    assert (result.unknown, result.value) == ("unknown-advice", "RETRY_SOMETIME")


def test_bodies_that_are_no_json_or_absent() -> None:
    checker = Checker(load("flanks"))
    assert checker.check(NOT_JSON, 502).unknown == "unknown-body"
    assert checker.check(None, 502).unknown == "unknown-body"
    brick = Checker(load("brick"))
    assert [c.kind for c in brick.check(None, 204).cases] == [Kind.TRANSPORT]


def test_a_surface_restricts_the_cases() -> None:
    body = {"error": {"en": "x"}, "error_code": "503", "http_code": "503", "success": False}
    everywhere = Checker(load("synapse")).check(body).cases
    sync = Checker(load("synapse"), surface="bank-login-sync").check(body).cases
    assert {c.surface for c in everywhere} > {c.surface for c in sync} == {"bank-login-sync"}


def test_plans_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("errpact.contracts.validation.checker.MAX_PLANS", 50)
    checker = Checker(load("klavi"))
    for number in range(500):
        checker.check({"code": f"unknown{number}"})
    assert len(checker._plans) <= 50
