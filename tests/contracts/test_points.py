"""Points: the concrete reply classes that both engines work on."""

from __future__ import annotations

from collections import Counter

import pytest

from errpact.contracts import Channel, CodeRange, Contract, Kind, code_types, load, points


@pytest.mark.parametrize(
    ("provider", "count"), [("brick", 81), ("flanks", 17), ("khipu", 88), ("klavi", 50), ("synapse", 27)]
)
def test_how_many(provider: str, count: int) -> None:
    assert len(points(load(provider))) == count


def test_every_case_but_bare_facts_and_webhooks_has_a_point(contracts: dict[str, Contract]) -> None:
    for contract in contracts.values():
        wanted = {c.id for c in contract.cases if c.kind is not Kind.TRANSPORT and c.channel is Channel.REPLY}
        assert {p.case.id for p in points(contract) if p.case} == wanted


def test_a_range_gives_its_ends_and_one_inside_and_the_literals_in_it() -> None:
    codes = [p.code for p in points(load("khipu"), literals=("E150", "E101", "X150", "E1500"), off=False)]
    group = [c for c in dict.fromkeys(codes) if isinstance(c, str) and c.startswith("E1")]
    assert group == ["E100", "E149", "E199", "E150", "E101"]
    small = CodeRange("P001", "P003")
    assert small.sample() == ("P001", "P002", "P003")
    assert CodeRange("A1", "A2").sample() == ("A1", "A2")


def test_an_undocumented_type_is_read_one_way_at_a_time() -> None:
    assert code_types(load("klavi")) == ("integer", "string")
    for kind, type_ in (("integer", int), ("string", str)):
        found = points(load("klavi"), code_type=kind)
        assert {type(p.code) for p in found if p.envelope} == {type_}
        assert {"type" in p.guessed for p in found if p.case} == {True}
    assert code_types(load("khipu")) == ("string",)
    assert not any("type" in p.guessed for p in points(load("khipu")))


def test_an_undocumented_status_is_read_as_the_page_allows() -> None:
    assert {p.status for p in points(load("klavi"), off=False)} == {200}
    assert {p.status for p in points(load("khipu"), off=False)} == {200}
    read = {p.label: (p.status, p.guessed) for p in points(load("synapse"), off=False)}
    assert read["synapse:main:503"] == (400, ("status",))
    assert read["synapse:bank-login-sync:503/503"] == (503, ())


def test_a_sample_shows_a_status_beside_the_one_that_is_read() -> None:
    read = [(p.status, p.guessed, p.values["/http_code"]) for p in points(load("synapse")) if p.code == "400"]
    assert read == [(400, ("status",), "400"), (409, (), "409")]


def test_values_of_the_body() -> None:
    found = {p.label: dict(p.values) for p in points(load("synapse")) if p.case}
    assert found["synapse:bank-login-sync:503/503"] == {"/error_code": "503", "/http_code": "503", "/success": False}
    assert found["synapse:main:429"] == {"/error_code": "429", "/http_code": "400", "/success": False}
    khipu = next(p for p in points(load("khipu")) if p.code == "E201" or p.code == "E200")
    assert khipu.values["/Status"] == "ERROR"
    assert khipu.values["/Error/Type"] == khipu.advice
    assert khipu.values["/Data"] is None
    empty = next(p for p in points(load("brick")) if p.label == "brick:main:503/no-code")
    assert (empty.code, dict(empty.values)) == (None, {}), "a placeholder's empty code is not a known value"


def test_surfaces_restrict(contracts: dict[str, Contract]) -> None:
    found = points(contracts["klavi"], surfaces=["update-user-data"], off=False)
    assert {p.case.surface for p in found if p.case} == {"update-user-data"}
    assert not points(contracts["klavi"], surfaces=[], off=False)


def test_off_contract_points(contracts: dict[str, Contract]) -> None:
    for contract in contracts.values():
        sorts = Counter(p.off for p in points(contract) if p.off)
        assert sorts["unknown-status"] == sorts["no-body"] == 1
        assert sorts["unknown-code"] == max(1, len(contract.advices))
        assert sorts["unknown-advice"] == bool(contract.advices)
    unknown = next(p for p in points(contracts["flanks"]) if p.off == "unknown-code")
    assert (unknown.code, unknown.kind, unknown.label) == (987654, Kind.ERROR, "off:unknown-code")


def test_an_off_contract_error_comes_as_the_page_allows(contracts: dict[str, Contract]) -> None:
    unknown = ("unknown-code", "unknown-advice")
    statuses = {name: {p.status for p in points(c) if p.off in unknown} for name, c in contracts.items()}
    assert statuses == {"brick": {400}, "flanks": {400}, "khipu": {200}, "klavi": {200}, "synapse": {400}}
    assert {p.off: p.status for p in points(contracts["klavi"]) if p.off in ("unknown-status", "no-body")} == {
        "unknown-status": 418,
        "no-body": 502,
    }
