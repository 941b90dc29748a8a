"""`classify`: each documented reply finds its case; any other input gets an answer too."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from errpact.contracts import (
    Contract,
    Kind,
    Match,
    Point,
    Policy,
    Reply,
    Verb,
    classify,
    code_types,
    load,
    load_all,
    parse,
    points,
    strictest,
)
from errpact.contracts.pointer import MISSING, at

ALIKE = [
    # One body, two causes: the page has the code in two sections of 401.
    {"brick:main:401/CONSENTIMENTO_NAO_AUTORIZADO", "brick:main:401/CONSENTIMENTO_NAO_AUTORIZADO.2"},
    # Too Many Sessions has no body of its own.
    {"brick:main:429/no-code", "brick:main:429/too-many-sessions"},
    # One success code on two surfaces.
    {"klavi:open-data:200", "klavi:update-user-data:200"},
]
PROVIDERS = ("brick", "flanks", "khipu", "klavi", "synapse")


def documented(contract: Contract) -> list[Point]:
    return [p for kind in code_types(contract) for p in points(contract, code_type=kind, off=False)]


@pytest.mark.parametrize("provider", PROVIDERS)
def test_each_documented_sample_is_its_case(provider: str) -> None:
    contract = load(provider)
    samples = [(case, sample) for case in contract.cases for sample in case.samples]
    assert samples or provider == "klavi"
    for case, sample in samples:
        for body in (sample.body, json.dumps(sample.body), json.dumps(sample.body).encode()):
            match = classify(contract, Reply(sample.status, body))
            assert case in match.cases, case.id
            assert len(match.cases) == 1 or {c.id for c in match.cases} in ALIKE


@pytest.mark.parametrize("provider", PROVIDERS)
def test_each_point_is_its_case_and_no_other(provider: str, body_of: Any) -> None:
    """On its own surface; elsewhere the same code may mean something else, and the caller says which surface it is."""
    contract = load(provider)
    for point in documented(contract):
        assert point.case is not None
        match = classify(contract, Reply(point.status, body_of(point)), surface=point.case.surface)
        assert point.case in match.cases, point.label
        assert match.unknown is None
        assert len(match.cases) == 1 or {c.id for c in match.cases} in ALIKE, point.label


@pytest.mark.parametrize("provider", PROVIDERS)
def test_off_contract_points_are_unknown(provider: str, body_of: Any) -> None:
    contract = load(provider)
    sorts = {}
    for point in points(contract):
        if point.off is not None:
            body = body_of(point) if point.envelope else b""
            match = classify(contract, Reply(point.status, body))
            sorts[point.off] = (match.unknown, [c.kind for c in match.cases])
    expected = {
        "unknown-code": ("code", []),
        "unknown-status": ("body", []),
        "no-body": ("body", []),
    }
    assert sorts == expected | ({"unknown-advice": ("advice", [])} if contract.advices else {})


@pytest.mark.parametrize(
    ("provider", "reply", "unknown"),
    [
        ("klavi", Reply(200, {"code": 999}), "code"),
        ("klavi", Reply(200, {"message": "x"}), "code"),
        ("klavi", Reply(200, {"code": [402]}), "code"),
        ("klavi", Reply(200, {"code": 402.0}), "code"),
        ("klavi", Reply(200, {"code": True}), "code"),
        ("klavi", Reply(200, {"code": 10**5000}), "code"),
        ("klavi", Reply(200, {"code": "0402"}), "code"),
        ("klavi", Reply(200, b"<html>"), "body"),
        ("klavi", Reply(200, None), "body"),
        ("flanks", Reply(400, {"error": "x", "error_code": "20003"}), "code"),
        ("flanks", Reply(418, {"error": "x", "error_code": 20003}), "status"),
        ("flanks", Reply(418, {"error": "x"}), "status"),
        ("flanks", Reply(400, {"error": "x"}), "code"),
        ("khipu", Reply(200, {"Status": "OK", "Error": {"Code": "E201"}}), "code"),
        ("synapse", Reply(418, {}), "status"),
    ],
)
def test_unknown_says_which_field(provider: str, reply: Reply, unknown: str) -> None:
    assert classify(load(provider), reply) == Match((), Policy(), unknown)


def test_an_unknown_code_keeps_the_advice() -> None:
    reply = {"Status": "ERROR", "Error": {"Code": "X1", "Type": "WAIT_4_HOURS_BEFORE_RETRY", "Description": ""}}
    match = classify(load("khipu"), Reply(200, reply))
    assert (match.unknown, match.policy.verb, match.policy.delay(1)) == ("code", Verb.AFTER, 14400)


@pytest.mark.parametrize(("flag", "cases"), [(False, 1), (0, 0), (None, 0), ("false", 0)])
def test_a_constant_is_not_confused_with_a_number(minimal: str, flag: Any, cases: int) -> None:
    """`0 == False` in Python, not in JSON."""
    place = 'field = "code" }\n'
    contract = parse(minimal.replace(place, place + '"/ok" = { const = false }\n'))
    assert len(classify(contract, Reply(400, {"code": "E1", "ok": flag})).cases) == cases


def test_a_body_that_lacks_what_the_page_shows_is_still_told_by_its_code() -> None:
    match = classify(load("brick"), Reply(401, {"code": "TOKEN_INATIVO"}))
    assert [c.id for c in match.cases] == ["brick:main:401/TOKEN_INATIVO"]


def test_a_code_counts_only_in_its_own_place() -> None:
    body = {"code": "invalid_token", "title": "t", "detail": "d"}
    assert classify(load("brick"), Reply(401, body)).unknown == "code"


def test_a_bare_http_fact_speaks_where_no_body_does() -> None:
    match = classify(load("synapse"), Reply(503, b"<html>busy</html>"))
    assert [(c.id, c.kind) for c in match.cases] == [("synapse:main:503/no-code", Kind.TRANSPORT)]
    assert [c.id for c in classify(load("brick"), Reply(204, b"")).cases] == ["brick:main:204/no-code"]


def test_a_body_from_another_world_than_json(minimal: str) -> None:
    text = minimal.replace('id = "error"\n', 'id = "error"\n', 1) + (
        '[[envelopes]]\nid = "page"\nmedia = "html"\n'
        '[[cases]]\nstatus = 502\nkind = "error"\nenvelopes = ["page"]\nmeaning = "Down."\nsection = "Errors"\n'
    )
    contract = parse(text)
    assert [c.status for c in classify(contract, Reply(502, "<html>")).cases] == [(502,)]
    assert not classify(contract, Reply(502, "{}")).cases


def test_a_case_without_an_envelope_is_found_by_its_code(minimal: str) -> None:
    contract = parse(minimal.replace('envelopes = ["error"]\n', ""))
    assert [c.code for c in classify(contract, Reply(400, {"code": "E1"})).cases] == ["E1"]


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("/a/b", 1), ("", {"a": {"b": 1}, "l": [7], "x/y": 2, "~": 3}), ("/l/0", 7), ("/x~1y", 2), ("/~0", 3),
        ("/l/1", MISSING), ("/l/-1", MISSING), ("/l/٠", MISSING), ("/l/" + "9" * 5000, MISSING), ("/a/b/c", MISSING),
        ("/b", MISSING),
    ],
)  # fmt: skip
def test_json_pointers(pointer: str, value: Any) -> None:
    assert at({"a": {"b": 1}, "l": [7], "x/y": 2, "~": 3}, pointer) == value


# --- any input --------------------------------------------------------------------------------------------------------

LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
KEYS = st.sampled_from(
    ["code", "message", "Error", "Code", "Type", "Status", "error", "error_code", "http_code", "title"]
)
VALUES = st.recursive(
    LEAVES | st.sampled_from(["E201", "DO_NOT_RETRY", 402, "402", "503", 20003, "ERROR", "OK", 10**400]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | st.text(max_size=3), inner, max_size=4),
    max_leaves=12,
)
STATUSES = st.none() | st.integers() | st.sampled_from([200, 202, 400, 401, 404, 429, 500, 503]) | st.booleans()
BODIES = VALUES | st.binary(max_size=40) | st.text(max_size=40)


@settings(max_examples=300, deadline=None)
@given(provider=st.sampled_from(PROVIDERS), status=STATUSES, body=BODIES)
def test_any_input_has_an_answer(provider: str, status: Any, body: Any) -> None:
    contract = load(provider)
    reply = Reply(status, body)
    match = classify(contract, reply)
    assert match == classify(contract, reply), "the same input, the same answer"
    assert bool(match.cases) is (match.unknown is None)
    assert set(match.cases) <= set(contract.cases)
    assert list(match.cases) == [c for c in contract.cases if c in match.cases], "in file order"
    if match.cases:
        assert match.policy == strictest(c.policy for c in match.cases)
        assert match.policy in [c.policy for c in match.cases]
    else:
        allowed = [Policy(), contract.unknown_advice, *(a.policy for a in contract.advices)]
        assert match.policy in allowed


@settings(max_examples=150, deadline=None)
@given(provider=st.sampled_from(PROVIDERS), status=STATUSES, body=VALUES)
def test_a_surface_only_narrows(provider: str, status: Any, body: Any) -> None:
    contract = load(provider)
    everywhere = set(classify(contract, Reply(status, body)).cases)
    for surface in contract.surfaces:
        here = set(classify(contract, Reply(status, body), surface=surface.id).cases)
        assert {c.surface for c in here} <= {surface.id}
        assert here <= everywhere or not everywhere & {c for c in contract.cases if c.surface == surface.id}
    assert not classify(contract, Reply(status, body), surface="no such surface").cases


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 100_000,
        "[" * 100_000,
        b'{"code":' * 50_000,
        b'{"code": ' + b"9" * 10_000 + b"}",
        b'{"code": 1, "code": 402}',
        b'{"code": 1e999}',
        b'{"code": NaN}',
        b"\xff\xfe\x00",
        b"\xef\xbb\xbf{}",
        "\ud800",
        '{"code": "\\ud800"}',
        bytearray(b"{}"),
        {1: 2},
        object(),
        {"code": object()},
        [[[]]],
        float("nan"),
    ],
    ids=range(17),
)
def test_inputs_that_break_careless_code(body: Any) -> None:
    for contract in load_all().values():
        for status in (200, 400, 99999, -1):
            match = classify(contract, Reply(status, body))
            assert bool(match.cases) is (match.unknown is None)


def test_of_duplicate_keys_the_last_counts_as_in_json() -> None:
    match = classify(load("klavi"), Reply(200, b'{"code": 433, "code": 402}'))
    assert [c.code for c in match.cases] == [402]
