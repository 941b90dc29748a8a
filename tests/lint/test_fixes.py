"""Fixes: applied only where the linter then finds less and nothing new."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from errpact.lint.finding import Edit, Finding, Fix, Severity
from errpact.lint.fixes import apply, diff, fix
from errpact.lint.result import Report

ORIGINAL = b'a = "20003"\r\nb = "20002"\r\n'


def lint(contents: Mapping[str, bytes], *, spoil: bytes = b"") -> Report:
    """A linter that wants its two literals to be integers, and dislikes what `spoil` says."""
    data = contents.get("a.py", ORIGINAL)
    findings = []
    for literal in (b'"20002"', b'"20003"'):
        if (at := data.find(literal)) >= 0:
            edit = Edit("a.py", at, at + len(literal), literal.decode().strip('"'))
            findings.append(Finding("EP302", "x", Severity.ERROR, "a.py", 1, "m", fix=Fix("f", (edit,), safe=True)))
    if spoil and spoil in data:
        findings.append(Finding("EP900", "x", Severity.ERROR, "a.py", 1, "broken"))
    return Report(Path("/p"), tuple(findings), data={"a.py": data}, asked=frozenset({"a.py"}))


def test_all_safe_fixes_are_applied_and_line_ends_kept() -> None:
    fixed = fix(lint({}), lint)
    assert fixed.changed == {"a.py": b"a = 20003\r\nb = 20002\r\n"}
    assert fixed.count == 2
    assert fixed.report.findings == ()
    assert fix(fixed.report, lint).changed == {}


def test_a_fix_that_brings_something_new_is_left_out() -> None:
    fixed = fix(lint({}), lambda data: lint(data, spoil=b"= 20003"))
    assert fixed.changed == {"a.py": b'a = "20003"\r\nb = 20002\r\n'}
    assert fixed.count == 1


def test_unsafe_fixes_and_files_not_asked_for_stay() -> None:
    edit = Edit("a.py", 0, 1, "z")
    unsafe = Finding("EP302", "x", Severity.ERROR, "a.py", 1, "m", fix=Fix("f", (edit,)))
    report = Report(Path("/p"), (unsafe,), data={"a.py": ORIGINAL}, asked=frozenset({"a.py"}))
    assert fix(report, lint).changed == {}
    assert fix(Report(Path("/p"), lint({}).findings, data={"a.py": ORIGINAL}), lint).changed == {}


def test_edits_are_applied_from_the_end() -> None:
    assert apply(b"abcdef", [Edit("a", 0, 1, "XY"), Edit("a", 3, 5, "é")]) == "XYbcéf".encode()


def test_the_diff_shows_the_change() -> None:
    text = diff(fix(lint({}), lint))
    assert text.startswith("--- a/a.py\n+++ b/a.py\n")
    assert [line.strip() for line in text.splitlines() if line.startswith(("-a", "-b", "+a ", "+b "))] == [
        '-a = "20003"',
        '-b = "20002"',
        "+a = 20003",
        "+b = 20002",
    ]
