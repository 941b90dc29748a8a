"""The search for an example that breaks something: as many as asked for, none twice, the smallest in the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from errpact.contracts import Obligation
from errpact.pytest_plugin import search
from errpact.pytest_plugin.attempts import Attempts
from errpact.pytest_plugin.cases import select
from errpact.pytest_plugin.drive import Exchange, Outcome
from errpact.pytest_plugin.examples import Example
from errpact.pytest_plugin.plans import Plan, tour
from errpact.pytest_plugin.verdicts import Judged

from .zoo.table import contract as zoo


def plan() -> Plan:
    [found] = [p for p in select(zoo()) if p.id == "zoo:main:400/BAD_REQUEST"]
    return found


def look(breaks: Callable[[Example], bool], *, more: int, cache: Path | None = None) -> tuple[list[Example], list[str]]:
    """What is found by a client that breaks on some examples, and all that it was tried with."""
    tried: list[str] = []
    first = tour(plan(), None, plan().scripts(with_success=True))

    def run(example: Example) -> Judged:
        tried.append(repr(example.key))
        return Judged(example, Exchange((), Outcome("returned")), Attempts())

    def counts(judged: Judged) -> tuple[Obligation, ...]:
        return (Obligation.SURVIVE,) if breaks(judged.example) else ()

    found = search.find(run, counts, plan(), None, first, more=more, with_success=True, database=(cache, "test"))
    return [judged.example for judged in found], tried


@pytest.mark.parametrize("more", [3, 14, 100, 500])
def test_as_many_examples_as_asked_for_and_none_twice(more: int) -> None:
    found, tried = look(lambda example: False, more=more)
    first = len(tour(plan(), None, plan().scripts(with_success=True)))
    assert found == []
    assert len(set(tried)) == len(tried)
    # From five hundred on hypothesis mixes earlier examples, of which some are alike.
    assert len(tried) == first + more or (more == 500 and len(tried) > first + 300)


def test_a_failure_shrinks_to_the_smallest_example_alone() -> None:
    [found], _ = look(lambda example: "ß" in example.body["error"]["message"], more=400)
    assert found.body == {"error": {"code": "BAD_REQUEST", "message": "ß"}}


def test_what_a_failure_needs_stays_in_the_example() -> None:
    [found], _ = look(lambda e: "traceId" in e.body and e.body["error"].get("hint", "") is None, more=400)
    assert found.body.keys() == {"error", "traceId"}
    assert found.body["error"] == {"code": "BAD_REQUEST", "message": "0", "hint": None}


def test_what_the_tour_breaks_is_not_searched_for() -> None:
    found, tried = look(lambda example: True, more=100)
    assert len(found) == len(tried) == len(tour(plan(), None, plan().scripts(with_success=True)))


def test_a_space_that_is_exhausted_ends_the_search(monkeypatch: pytest.MonkeyPatch) -> None:
    from hypothesis import strategies as st

    from errpact.pytest_plugin import strategies

    few = tour(plan(), None, plan().scripts(with_success=True))
    monkeypatch.setattr(strategies, "examples", lambda *_: st.sampled_from(few))
    found, tried = look(lambda example: False, more=100)
    assert (found, len(tried)) == ([], len(few))


def test_nothing_is_printed_by_hypothesis(capsys: pytest.CaptureFixture[str]) -> None:
    look(lambda example: False, more=30)
    look(lambda example: "ß" in example.body["error"]["message"], more=400)
    assert capsys.readouterr().out == ""


def test_a_failure_is_tried_first_the_next_time(tmp_path: Path) -> None:
    def breaks(example: Example) -> bool:
        return "ß" in example.body["error"]["message"]

    from hypothesis import settings

    if settings().database is None:
        pytest.skip("hypothesis keeps no examples here")
    look(breaks, more=400, cache=tmp_path)
    found, tried = look(breaks, more=8, cache=tmp_path)
    assert len(found) == 1
    assert len(tried) < 40
