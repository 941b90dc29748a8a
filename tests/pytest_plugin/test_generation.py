"""What is generated: bodies valid under the provider's schema, recognised as their case, shrinking to the smallest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, find, given, seed, settings
from hypothesis import strategies as st

import errpact
from errpact.contracts import Contract, Kind, Point, Property, UnknownCase, classify, load, providers
from errpact.contracts.classify import MISSING, at
from errpact.pytest_plugin import bodies, plans, strategies
from errpact.pytest_plugin.actions import Fault
from errpact.pytest_plugin.cases import select
from errpact.pytest_plugin.examples import Example, Script
from errpact.pytest_plugin.plans import Plan, tour
from errpact.schemas import load as load_schema

from .zoo.table import contract as zoo

QUICK = settings(
    max_examples=8, deadline=None, database=None, suppress_health_check=list(HealthCheck), derandomize=True
)


def documented(contract: Contract) -> Iterator[tuple[Plan, str | None]]:
    for plan in select(contract, off=False):
        for reading in plan.readings:
            yield plan, reading


@pytest.mark.parametrize("provider", providers())
def test_every_body_is_valid_and_its_case(provider: str) -> None:
    contract = load(provider)
    validator = jsonschema.Draft202012Validator(load_schema(provider))
    for plan, reading in documented(contract):
        for example in tour(plan, reading, (Script(),)):
            assert_documented(contract, plan, example, validator)


@pytest.mark.slow
@pytest.mark.parametrize("provider", providers())
def test_every_drawn_body_is_valid_and_its_case(provider: str) -> None:
    contract = load(provider)
    validator = jsonschema.Draft202012Validator(load_schema(provider))
    for plan, reading in documented(contract):
        draw_all(contract, plan, reading, validator)


def draw_all(contract: Contract, plan: Plan, reading: str | None, validator: Any) -> None:
    @QUICK
    @given(strategies.examples(plan, reading, (Script(),)))
    def drawn(example: Example) -> None:
        assert_documented(contract, plan, example, validator)

    drawn()


def assert_documented(contract: Contract, plan: Plan, example: Example, validator: Any) -> None:
    body = example.body
    assert plan.case is not None
    if isinstance(body, bytes) or body is None or example.point.envelope is None:
        return
    assert [e.message for e in validator.iter_errors(body)] == [], plan.id
    match = classify(contract, example.action().reply, surface=plan.case.surface)
    assert plan.id in {c.id for c in match.cases}, (plan.id, body)


@pytest.mark.parametrize("provider", providers())
def test_nulls_only_where_the_page_says_so(provider: str) -> None:
    for plan, reading in documented(load(provider)):
        for example in tour(plan, reading, (Script(),)):
            for place in example.point.envelope.properties if example.point.envelope else ():
                if at(example.body, place.pointer) is None:
                    assert "null" in place.types or None in place.const, (plan.id, place.pointer)


@pytest.mark.parametrize("provider", providers())
def test_the_tour_has_each_point_small_full_and_documented(provider: str) -> None:
    for plan in select(provider, off=False):
        examples = tour(plan, plan.readings[0], (Script(),))
        assert plan.case is not None
        statuses = set(plan.case.status) if isinstance(plan.case.status, tuple) else {examples[0].point.status}
        statuses |= {s.status for s in plan.case.samples if s.status is not None}
        assert {e.point.status for e in examples} == statuses
        assert {e.point.envelope.id for e in examples if e.point.envelope} == set(plan.case.envelopes)


def test_ranges_are_sampled_at_their_ends_and_inside() -> None:
    [plan] = [p for p in select("khipu") if p.id == "khipu:main:E100-E199+DO_NOT_RETRY"]
    codes = {p.code for p in plan.points()}
    assert {"E100", "E199"} < codes
    assert any("E100" < str(code) < "E199" for code in codes)
    assert {p.advice for p in plan.points()} == {"DO_NOT_RETRY"}


def test_an_undocumented_type_is_read_in_two_ways() -> None:
    [plan] = select("klavi", codes=[415], off=False)
    assert plan.readings == ("integer", "string")
    assert {p.code for p in plan.points("integer")} == {415}
    assert {p.code for p in plan.points("string")} == {"415"}


def test_examples_shrink_to_the_smallest_body() -> None:
    [plan] = [p for p in select(zoo()) if p.id == "zoo:main:400/BAD_REQUEST"]
    smallest = find(strategies.examples(plan, None, (Script(),)), lambda e: True, settings=settings(database=None))
    assert smallest.body == {"error": {"code": "BAD_REQUEST", "message": "0"}}
    assert smallest.body.keys() == bodies.smallest(plan.points()[0]).keys()


def test_the_same_seed_draws_the_same_cases() -> None:
    def drawn() -> list[str]:
        found: list[str] = []

        @seed(7)
        @settings(max_examples=20, database=None, deadline=None)
        @given(strategies.from_contract("khipu"))
        def collect(reply: errpact.Reply) -> None:
            found.append(json.dumps(reply.body))

        collect()
        return found

    assert drawn() == drawn()


def test_optional_fields_nulls_extras_and_long_texts_are_drawn() -> None:
    [plan] = [p for p in select(zoo()) if p.id == "zoo:main:400/BAD_REQUEST"]
    seen: list[Any] = []

    @settings(max_examples=150, database=None, deadline=None, derandomize=True)
    @given(strategies.examples(plan, None, (Script(),)))
    def collect(example: Example) -> None:
        seen.append(example.body)

    collect()
    hints = [at(body, "/error/hint") for body in seen]
    assert MISSING in hints
    assert None in hints
    assert any(isinstance(h, str) for h in hints)
    assert any(len(body) > 1 for body in seen)
    assert any(len(body["error"]["message"]) > 200 for body in seen)
    assert any(not body["error"]["message"].isascii() for body in seen)


def test_replies_for_a_given_of_ones_own() -> None:
    contract = load("flanks")

    @settings(max_examples=30, database=None, deadline=None)
    @given(errpact.strategies.from_contract("flanks", codes=[20003]))
    def of_contract(reply: errpact.Reply) -> None:
        assert {c.code for c in classify(contract, reply).cases} == {20003}

    @settings(max_examples=30, database=None, deadline=None)
    @given(errpact.strategies.from_case("flanks:main:405/no-code"))
    def of_case(reply: errpact.Reply) -> None:
        assert reply.status == 405
        assert set(reply.body) >= {"error"}

    of_contract()
    of_case()


def test_an_unknown_case_names_the_near_ones() -> None:
    with pytest.raises(UnknownCase, match="flanks:main:405/no-code"):
        errpact.strategies.from_case("flanks:main:405/nocode")


def test_strategies_compose() -> None:
    assert isinstance(st.lists(errpact.strategies.from_contract("brick")), st.SearchStrategy)


class TestBodies:
    """How pointers become bodies."""

    def test_pointers_make_objects_and_arrays(self) -> None:
        body: dict[str, Any] = {}
        bodies.put(body, "/errors/1/co~1de", 7)
        assert body == {"errors": [{}, {"co/de": 7}]}

    def test_a_null_parent_gives_way_to_a_pinned_child(self) -> None:
        from dataclasses import replace

        point = next(p for p in select(zoo())[0].points())
        assert point.envelope is not None
        parent = Property("/error", types=("null", "object"))
        wider = replace(point, envelope=replace(point.envelope, properties=(parent, *point.envelope.properties)))
        assert bodies.smallest(wider)["error"]["code"] == "BAD_REQUEST"

    def test_what_is_merged_stays_below_what_is_said(self) -> None:
        assert bodies.merge({"a": 1, "b": {"c": 1, "d": 2}}, {"b": {"c": 3}}) == {"a": 1, "b": {"c": 3, "d": 2}}
        assert bodies.merge([1], {"a": 1}) == {"a": 1}

    def test_free_values_leave_out_what_names_the_case(self) -> None:
        point = next(p for p in select(zoo())[0].points())
        body = {"error": {"code": "BAD_REQUEST", "message": "text", "hint": None}, "ok": True}
        assert bodies.free_values(point, body) == ("text",)

    def test_samples_are_those_of_the_point(self) -> None:
        [plan] = select("flanks", codes=["flanks:main:409/40001"], off=False)
        [sample] = bodies.samples(plan.points()[0])
        assert sample["error_code"] == 40001


class TestOffContract:
    """Replies that no page documents."""

    @pytest.mark.parametrize("provider", providers())
    def test_each_sort_is_an_item(self, provider: str) -> None:
        off = [p for p in select(provider) if p.case is None]
        assert {p.off for p in off} >= {"html-502", "empty-body", "truncated-json", "reset", "slow", "unknown-code"}
        for plan in off:
            examples = plans.off_examples(plan)
            assert examples
            assert all(e.point.case is None and e.point.off == plan.off for e in examples)

    def test_what_they_send(self) -> None:
        made = {p.off: plans.off_examples(p)[0] for p in select("khipu") if p.case is None}
        assert made["html-502"].point.status == 502
        assert bytes(made["html-502"].body).startswith(b"<html>")
        with pytest.raises(ValueError, match=r"Expecting|Unterminated|delimiter"):
            json.loads(made["truncated-json"].body)
        with pytest.raises(UnicodeDecodeError):
            bytes(made["wrong-charset"].body).decode()
        assert made["reset"].fault is Fault.RESET
        assert at(made["missing-code"].body, "/Error/Code") is MISSING
        assert at(made["slow"].body, "/Error/Code") == "A000"
        assert (
            made["slow"].body.keys() == made["missing-code"].body.keys() == json.loads(made["wrong-type"].body).keys()
        )
        assert "OperationId" in made["slow"].body
        assert "unknown-advice" in made


class TestExamples:
    """Values that outlive hypothesis."""

    @pytest.mark.parametrize("provider", providers())
    def test_json_and_back(self, provider: str) -> None:
        contract = load(provider)
        for plan in select(provider):
            for example in tour(plan, plan.readings[0], (Script(2),)):
                data = json.loads(json.dumps(example.to_json()))
                again = Example.from_json(data, contract, plan.id)
                assert again.to_json() == example.to_json()
                assert again.action() == example.action()

    @pytest.mark.parametrize("text", ["", "fail", "fail:0", "fail:x", "never"])
    def test_a_script_is_always_or_fail(self, text: str) -> None:
        with pytest.raises(ValueError, match="always"):
            Script.parse(text)

    def test_success_data_lies_below_a_partial_result(self) -> None:
        point = Point(None, 202, None)
        example = Example(point, {"code": 1}, data=True)
        assert example.action({"rows": [1], "code": 0}).reply.body == {"rows": [1], "code": 1}
        assert "success data" in example.shown()

    def test_long_bodies_are_cut_in_texts(self) -> None:
        assert len(Example(Point(None, 400, None), {"a": "x" * 1000}).shown()) <= 300


def test_kinds_are_tried_with_scripts_that_try_their_obligations() -> None:
    scripts = {
        p.case.policy.verb.value: [str(s) for s in p.scripts(with_success=True)]
        for p in select(zoo(), off=False)
        if p.case
    }
    assert scripts["never"] == scripts["after-action"] == ["always"]
    assert scripts["backoff"] == ["always", "fail:1", "fail:2", "fail:3"]
    assert scripts["after"] == ["always", "fail:1", "fail:2"]
    assert scripts["poll"] == ["always", "fail:1", "fail:2"]
    assert {str(s) for p in select(zoo(), off=False) for s in p.scripts(with_success=False)} == {"always"}


def test_retry_after_is_sent_in_seconds_and_as_a_date_where_configured() -> None:
    [plan] = select(zoo(), codes=["SLOW_DOWN"], off=False)
    sent = [e.action().reply.headers.get("Retry-After") for e in tour(plan, None, (Script(),), 30.0)]
    assert "30" in sent
    assert any(text and text.endswith("GMT") for text in sent)
    assert not any(e.action().reply.headers for e in tour(plan, None, (Script(),)))


def test_partial_results_come_with_and_without_data() -> None:
    [plan] = [p for p in select(zoo()) if p.case and p.case.kind is Kind.PENDING]
    assert {e.data for e in tour(plan, None, (Script(),))} == {True, False}
