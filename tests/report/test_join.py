"""Both engines' verdicts side by side: what stands for several, where they contradict each other, what is accepted."""

from __future__ import annotations

from typing import Any

import pytest

from errpact.contracts import Obligation
from errpact.contracts.settings import Accept
from errpact.report.documents import document
from errpact.report.join import NOT_COUNTED, join
from errpact.report.values import Cell, Facts, Matrix, Shown

from .samples import FORBIDDEN, WAITING, finding, item, lint, operation, results


def matrix(*values: Any, **options: Any) -> Matrix:
    return join([document("x", v) for v in values], **options)


def cell(found: Matrix, case: str = FORBIDDEN, obligation: str = "no-retry") -> Cell:
    (row,) = [r for r in found.rows if r.case == case]
    return row.cells[obligation]


def accept(*paths: str, case: str = FORBIDDEN) -> Accept:
    return Accept(case, Obligation.NO_RETRY, "agreed with them", paths or ("**",))


BROKEN = {FORBIDDEN: {"no-retry": "broken"}}


def test_rows_are_cases_and_columns_are_obligations_in_their_order() -> None:
    found = matrix(
        lint(operation({WAITING: {"wait": "kept", "recognise": "kept"}, FORBIDDEN: {"no-retry": "broken"}})),
        results(item("flanks:off:html-502", {"robust": "kept"})),
        facts=dict.fromkeys((FORBIDDEN, WAITING), Facts("", "", (), "")),
    )
    assert [r.case for r in found.rows] == [FORBIDDEN, WAITING, "flanks:off:html-502"]
    assert found.columns == ("recognise", "no-retry", "wait", "robust")
    assert list(found.rows[1].cells) == ["recognise", "wait"]


def test_the_worst_of_all_operations_stands_for_lint() -> None:
    states = ("kept", "broken", "undecided")
    ops = [operation({FORBIDDEN: {"no-retry": s}}, name=f"call_{s}") for s in states]
    found = cell(matrix(lint(*ops)))
    assert (found.lint_state, found.tests_state) == (Shown.BROKEN, None)
    assert {(s.source.name, s.state.value) for s in found.lint} == {(f"call_{s}", s) for s in states}


@pytest.mark.parametrize(
    ("proved", "tried", "differs"),
    [
        ("kept", "broken", True),
        ("broken", "kept", True),
        ("broken", "broken", False),
        ("kept", "kept", False),
        ("kept", "undecided", False),
        ("broken", "undecided", False),
        ("not-tried", "broken", False),
        ("kept", "not-applicable", False),
    ],
)
def test_engines_disagree_where_one_says_broken_and_the_other_kept(proved: str, tried: str, differs: bool) -> None:
    found = matrix(lint(operation({FORBIDDEN: {"no-retry": proved}})), results(item(FORBIDDEN, {"no-retry": tried})))
    assert cell(found).differs is differs
    assert len(found.disagreements) == differs


def test_the_same_case_of_two_providers_is_two_rows() -> None:
    found = matrix(lint(operation(BROKEN), operation(BROKEN, provider="mine")))
    assert [(r.provider, r.case) for r in found.rows] == [("flanks", FORBIDDEN), ("mine", FORBIDDEN)]


def test_items_of_one_test_are_one_source() -> None:
    found = matrix(results(item(FORBIDDEN, {"wait": "kept"}), item(WAITING, {"wait": "kept"})))
    assert [s.name for s in found.sources] == ["tests/test_client.py::test_accounts"]


def test_a_broken_cell_has_its_findings_with_their_code_line() -> None:
    value = lint(operation(BROKEN), findings=(finding(), finding(rule="EP203"), finding(rule="EP301")))
    found = cell(matrix(value, line_of=lambda path, line: f"{path} has {line}"))
    assert [(p.rule, p.code, p.steps[0].text) for p in found.places] == [
        ("EP101", "src/client.py has 2", "the request is sent")
    ]


@pytest.mark.parametrize(("paths", "state"), [("src/**", "accepted"), ("tests/**", "broken"), ("lib/**", "broken")])
def test_an_acceptance_holds_for_lint_where_the_operation_is(paths: str, state: str) -> None:
    found = cell(matrix(lint(operation(BROKEN)), accepts=[accept(paths)]))
    assert found.lint[0].state == state
    assert found.lint[0].why == ("agreed with them" if state == "accepted" else "")


def test_an_acceptance_holds_where_every_place_that_breaks_it_is() -> None:
    op = operation(BROKEN, path="app/main.py")
    assert cell(matrix(lint(op, findings=(finding(),)), accepts=[accept("src/**")])).state is Shown.ACCEPTED
    two = lint(op, findings=(finding(), finding(path="other/retry.py")))
    assert cell(matrix(two, accepts=[accept("src/**")])).state is Shown.BROKEN


@pytest.mark.parametrize("other", [accept(case=WAITING), Accept(FORBIDDEN, Obligation.WAIT, "no")])
def test_an_acceptance_of_something_else_changes_nothing(other: Accept) -> None:
    assert cell(matrix(lint(operation(BROKEN)), accepts=[other])).state is Shown.BROKEN


SILENT = finding() | {"why": "the bank's sandbox"}


def test_what_is_suppressed_everywhere_is_shown_as_that() -> None:
    found = cell(matrix(lint(operation(BROKEN), suppressed=[SILENT])))
    assert (found.state, found.lint[0].why) == (Shown.SUPPRESSED, "the bank's sandbox")
    assert [(p.silenced, p.why) for p in found.places] == [(True, "the bank's sandbox")]


def test_one_finding_that_nobody_suppressed_breaks_it() -> None:
    value = lint(operation(BROKEN), findings=(finding(path="src/other.py"),), suppressed=[SILENT])
    assert cell(matrix(value)).state is Shown.BROKEN


@pytest.mark.parametrize("other", [{"cases": [WAITING]}, {"rule": "EP203"}])
def test_a_suppressed_finding_of_something_else_changes_nothing(other: dict[str, Any]) -> None:
    assert cell(matrix(lint(operation(BROKEN), suppressed=[SILENT | other]))).state is Shown.BROKEN


def test_a_suppression_is_lint_s_own() -> None:
    silent = lint(operation(BROKEN), suppressed=[SILENT])
    assert cell(matrix(silent, results(item(FORBIDDEN, {"no-retry": "broken"})))).state is Shown.BROKEN
    assert not matrix(silent, results(item(FORBIDDEN, {"no-retry": "kept"}))).disagreements


def test_an_acceptance_never_hides_what_is_kept() -> None:
    assert cell(matrix(results(item(FORBIDDEN, {"no-retry": "kept"})), accepts=[accept()])).state is Shown.KEPT


def test_an_acceptance_serves_the_tests_too() -> None:
    found = cell(matrix(results(item(FORBIDDEN, {"no-retry": "broken"})), accepts=[accept("tests/**")]))
    assert (found.tests_state, found.tests[0].why) == (Shown.ACCEPTED, "agreed with them")


def test_what_was_accepted_when_the_tests_ran_stays_accepted() -> None:
    found = matrix(
        results(
            item(FORBIDDEN, {"no-retry": "broken"}, accepted=["no-retry"]),
            item("flanks:off:reset", {"robust": "broken"}, accepted=["robust"]),
        )
    )
    assert cell(found).state is Shown.ACCEPTED
    robust = cell(found, "flanks:off:reset", "robust")
    assert (robust.state, robust.tests[0].why) == (Shown.NOT_COUNTED, NOT_COUNTED)


def test_an_accepted_deviation_is_no_disagreement() -> None:
    values = lint(operation({FORBIDDEN: {"no-retry": "kept"}})), results(item(FORBIDDEN, {"no-retry": "broken"}))
    assert matrix(*values).disagreements
    assert not matrix(*values, accepts=[accept()]).disagreements


def test_a_failure_is_run_again_as_its_message_says_else_by_pytest() -> None:
    message = "surface broken\n\nreplay            errpact replay .pytest_cache/d/errpact/a.json"
    found = cell(matrix(results(item(FORBIDDEN, {"no-retry": "broken"}, message=message))))
    assert found.tests[0].replay == "errpact replay .pytest_cache/d/errpact/a.json"
    found = cell(matrix(results(item(FORBIDDEN, {"no-retry": "kept"}, nodeid="t.py::test[a b]"))))
    assert found.tests[0].replay == "pytest 't.py::test[a b]'"


def test_nothing_gives_an_empty_matrix() -> None:
    found = matrix(lint(), results())
    assert (found.rows, found.columns, found.sources, found.disagreements) == ((), (), (), ())
