"""Which items a marker asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from errpact.contracts import Channel, UnknownCase, UnknownProvider, load, providers
from errpact.pytest_plugin.cases import scope, select
from errpact.pytest_plugin.scripts import InvalidArgument

from .zoo.table import contract as zoo


def ids(*args: object, **filters: object) -> list[str]:
    return [p.id for p in select(*args, **filters)]  # type: ignore[arg-type]  # free keywords


@pytest.mark.parametrize("provider", providers())
def test_ids_are_unique_ascii_and_in_file_order(provider: str) -> None:
    found = ids(provider)
    assert len(set(found)) == len(found)
    assert all(i.isascii() for i in found)
    order = [c.id for c in load(provider).cases]
    listed = [i for i in found if ":off:" not in i]
    assert listed == sorted(listed, key=order.index)


def test_success_and_bare_http_facts_are_no_items() -> None:
    assert not {c.kind for p in select("brick") if (c := p.case)} & {"success", "transport"}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ([20003], ["flanks:main:202/20003", "flanks:main:400/20003"]),
        (["20003"], ["flanks:main:202/20003", "flanks:main:400/20003"]),
        ("flanks:main:409/40001", ["flanks:main:409/40001"]),
        (["SCA_REQUIRED"], ["flanks:main:50003"]),
        ([405], ["flanks:main:405/no-code"]),
    ],
)
def test_codes_are_ids_codes_names_or_statuses(wanted: object, expected: list[str]) -> None:
    assert ids("flanks", codes=wanted) == expected


def test_a_code_inside_a_range_and_advice() -> None:
    assert ids("khipu", codes=["E150"]) == [f"khipu:main:E100-E199+{a.value}" for a in load("khipu").advices]
    assert all(i.endswith("+DO_NOT_RETRY") for i in ids("khipu", codes=["DO_NOT_RETRY"]))


def test_filters() -> None:
    surfaces = {p.case.surface for p in select("klavi", surface="update-user-data") if p.case}
    assert surfaces == {"update-user-data"}
    assert {str(p.case.kind) for p in select("flanks", kinds=["pending"]) if p.case} == {"pending"}
    assert not any(":off:" in i for i in ids("flanks", kinds="pending"))


def test_methods_and_channels() -> None:
    first = zoo().cases[0]
    only_get = replace(first, methods=("GET",))
    pushed = replace(zoo().cases[1], channel=Channel.WEBHOOK)
    contract = replace(zoo(), cases=(only_get, pushed, *zoo().cases[2:]))
    assert first.id not in ids(contract, method="post")
    assert first.id in ids(contract, method="GET")
    assert pushed.id not in ids(contract)
    assert ids(contract, channel="webhook") == [pushed.id]
    assert select(contract, channel="webhook")[0].points()
    assert pushed.id not in scope(select(contract))
    assert first.id not in scope(select(contract), method="POST")


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"surface": "mian"}, "did you mean main"),
        ({"kinds": ["eror"]}, "did you mean error"),
        ({"channel": "hook"}, "did you mean webhook"),
    ],
)
def test_wrong_filters_name_the_near_ones(filters: dict[str, object], message: str) -> None:
    with pytest.raises(InvalidArgument, match=message):
        select("flanks", **filters)  # type: ignore[arg-type]  # free keywords


def test_unknown_names() -> None:
    with pytest.raises(UnknownProvider, match="did you mean flanks"):
        select("flansk")
    with pytest.raises(UnknownCase, match="20003"):
        select("flanks", codes=["2003"])
    with pytest.raises(InvalidArgument, match="must be a name"):
        select(7)  # type: ignore[arg-type]  # wrong on purpose


def test_filters_that_leave_nothing() -> None:
    with pytest.raises(InvalidArgument, match="no documented case"):
        select("flanks", kinds=["partial"])
