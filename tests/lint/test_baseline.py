"""Baselines and fingerprints: what moves keeps its fingerprint, what is new is reported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from errpact.lint import baseline
from errpact.lint.finding import Finding, Severity
from errpact.lint.fingerprint import enclosing, with_fingerprints

SOURCE = """\
class Client:
    def fetch(self):
        try:
            return self.post()
        except Fault:
            return None

    async def store(
        self,
    ):
        return self.post()


def fetch():
    return post()
""".splitlines()


def found(line: int, rule: str = "EP204", path: str = "a.py", column: int = 1) -> Finding:
    return Finding(rule, "swallowed-error", Severity.ERROR, path, line, "m", column=column)


def marks(source: list[str], *lines: int, rule: str = "EP204") -> list[str]:
    return [f.fingerprint for f in with_fingerprints([found(n, rule) for n in lines], {"a.py": source})]


@pytest.mark.parametrize(
    ("line", "name"), [(1, ""), (2, "Client"), (4, "Client.fetch"), (11, "Client.store"), (15, "fetch"), (99, "")]
)
def test_the_definition_around_a_line(line: int, name: str) -> None:
    assert enclosing(SOURCE, line) == name


def test_moved_lines_keep_their_fingerprints() -> None:
    moved = ["import os", "", *SOURCE[:3], "            # a new comment", *SOURCE[3:]]
    assert marks(SOURCE, 4, 11, 15) == marks(moved, 7, 14, 18)


def test_blanks_and_comments_on_the_line_do_not_count() -> None:
    changed = [*SOURCE[:3], "            return  self.post( )  # errpact: ignore[EP101] why", *SOURCE[4:]]
    assert marks(SOURCE, 4) == marks(changed, 4)


def test_places_and_rules_differ() -> None:
    all_marks = [*marks(SOURCE, 4, 11, 15), *marks(SOURCE, 4, rule="EP203")]
    assert len(set(all_marks)) == 4


def test_two_alike_on_one_line_differ() -> None:
    twins = with_fingerprints([found(4), found(4, column=9)], {"a.py": SOURCE})
    assert twins[0].fingerprint != twins[1].fingerprint


def test_the_order_of_findings_does_not_matter() -> None:
    findings = [found(4), found(11), found(15)]
    lines = {"a.py": SOURCE}
    assert with_fingerprints(findings, lines) == with_fingerprints(reversed(findings), lines)


def test_only_new_findings_are_left(tmp_path: Path) -> None:
    known, gone, new = with_fingerprints([found(4), found(11), found(15)], {"a.py": SOURCE})
    file = tmp_path / "baseline.json"
    file.write_text(baseline.render([known, gone]))
    assert baseline.subtract([known, new], baseline.read(file)) == ([new], {gone.fingerprint})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "is not a baseline"),
        ("[]", "is not a baseline"),
        ('{"version": 1}', "is not a baseline"),
        ('{"version": 99, "findings": []}', "has version 99, this errpact reads version 1"),
        ('{"version": 1, "findings": [{}]}', "has an entry without a fingerprint"),
    ],
)
def test_a_bad_baseline_is_told_with_the_mend(tmp_path: Path, text: str, problem: str) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(text)
    with pytest.raises(baseline.BadBaseline) as caught:
        baseline.read(file)
    assert problem in str(caught.value)
    assert "--write-baseline" in str(caught.value)


def test_a_missing_baseline_is_told(tmp_path: Path) -> None:
    with pytest.raises(baseline.BadBaseline, match="cannot be read: No such file"):
        baseline.read(tmp_path / "no.json")


def test_a_baseline_of_the_first_version_still_loads(tmp_path: Path) -> None:
    entry = {"rule": "EP101", "path": "a.py", "fingerprint": "0f" * 16, "cases": ["flanks:main:400/40001"]}
    file = tmp_path / "baseline.json"
    file.write_text(json.dumps({"version": 1, "findings": [entry]}))
    assert baseline.read(file) == {"0f" * 16: "a.py"}
