"""Several jobs' results as one."""

from __future__ import annotations

import itertools
import json
from typing import Any

from errpact.report.documents import document
from errpact.report.merge import merge

from .samples import FORBIDDEN, WAITING, finding, item, lint, operation, results


def merged(*values: Any) -> dict[str, Any]:
    return merge([document("x", v) for v in values])


def test_lint_and_tests_stand_in_one_file_that_can_be_read_and_merged_again() -> None:
    linted = lint(operation({FORBIDDEN: {"wait": "kept"}}), findings=(finding(),))
    whole = merged(linted, results(item(FORBIDDEN, {"wait": "kept"})))
    assert set(whole) == {"version", "findings", "suppressed", "operations", "statistics", "errors", "items"}
    assert merged(json.loads(json.dumps(whole))) == whole


def test_a_suppressed_finding_of_two_jobs_is_one() -> None:
    silent = finding() | {"why": "the bank's sandbox"}
    assert merged(lint(suppressed=[silent]), lint(suppressed=[silent]))["suppressed"] == [silent]


def test_only_the_tests_give_only_items() -> None:
    assert set(merged(results(item(FORBIDDEN, {})))) == {"version", "items"}


def test_the_order_of_the_files_does_not_matter() -> None:
    values = [
        lint(operation({FORBIDDEN: {"wait": "kept"}}), findings=(finding(), finding(line=9))),
        lint(operation({FORBIDDEN: {"wait": "broken"}, WAITING: {"wait": "kept"}}), findings=(finding(),)),
        results(item(FORBIDDEN, {"wait": "kept"}, message="b"), item(WAITING, {"wait": "kept"})),
        results(item(FORBIDDEN, {"wait": "broken"}, message="a")),
    ]
    wholes = [json.dumps(merged(*order), sort_keys=True) for order in itertools.permutations(values)]
    assert len(set(wholes)) == 1


def test_a_finding_of_two_jobs_is_one_and_other_findings_stay() -> None:
    one = lint(findings=(finding(), finding(line=9)))
    two = lint(findings=(finding(), finding(cases=[WAITING])))
    assert [(f["line"], f["cases"]) for f in merged(one, two)["findings"]] == [
        (2, [WAITING]), (2, [FORBIDDEN]), (9, [FORBIDDEN]),
    ]  # fmt: skip


def test_the_worse_verdict_of_an_operation_stands() -> None:
    one = lint(operation({FORBIDDEN: {"wait": "kept", "no-retry": "broken"}}))
    two = lint(operation({FORBIDDEN: {"wait": "undecided", "no-retry": "kept"}, WAITING: {"wait": "kept"}}))
    (found,) = merged(one, two)["operations"]
    assert found["verdicts"] == {FORBIDDEN: {"wait": "undecided", "no-retry": "broken"}, WAITING: {"wait": "kept"}}


def test_an_operation_is_followed_to_its_end_where_every_job_says_so() -> None:
    known, lost = operation({}), operation({}, complete=False)
    assert [o["complete"] for o in merged(lint(known), lint(lost))["operations"]] == [False]
    assert [o["complete"] for o in merged(lint(known), lint(known))["operations"]] == [True]


def test_counts_are_added_and_errors_kept_once() -> None:
    error = {"where": "EP101", "path": "a.py", "message": "oops"}
    whole = merged(lint(errors=[error]), lint(errors=[error], statistics={"files": 2, "analysed": 1}))
    assert whole["statistics"] == {"analysed": 1, "files": 3}
    assert whole["errors"] == [error]


def test_an_item_of_two_jobs_is_one() -> None:
    left = item(FORBIDDEN, {"wait": "kept"}, requests={"min": 1, "max": 2}, waits=[5.0])
    right = item(FORBIDDEN, {"wait": "broken"}, requests={"min": 2, "max": 4}, waits=[3.0, 1.0], message="broken")
    (found,) = merged(results(left), results(right))["items"]
    assert found["verdicts"] == {"wait": "broken"}
    assert (found["examples"], found["requests"], found["waits"]) == (10, {"min": 1, "max": 4}, [3.0, 1.0])
    assert found["message"] == "broken"


def test_an_acceptance_stands_only_if_no_job_broke_it_unaccepted() -> None:
    waived = item(FORBIDDEN, {"wait": "broken"}, accepted=["wait"])
    kept, broken = item(FORBIDDEN, {"wait": "kept"}), item(FORBIDDEN, {"wait": "broken"})
    assert merged(results(waived), results(kept))["items"][0]["accepted"] == ["wait"]
    assert merged(results(waived), results(broken))["items"][0]["accepted"] == []
