"""JUnit XML: a suite for each file, a failed case for each finding; one passed case where nothing was found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ..finding import Finding
from ..result import Report
from . import View, clean


def render(report: Report, view: View) -> str:
    """The XML document."""
    count = len(report.findings)
    total = max(1, count + len(report.errors))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<testsuites name="errpact" tests="{total}" failures="{count}" errors="{len(report.errors)}">',
    ]
    for path, group in groupby(report.findings, key=lambda f: f.path):
        lines += _suite(_text(view.path(report.root, path)), list(group))
    if report.errors:
        lines.append(f'  <testsuite name="errpact" tests="{len(report.errors)}" errors="{len(report.errors)}">')
        for error in report.errors:
            lines.append(f'    <testcase name="{_text(error.where)}" classname="errpact">')
            lines.append(f'      <error message="{_text(str(error))}"/>')
            lines.append("    </testcase>")
        lines.append("  </testsuite>")
    if not (report.findings or report.errors):
        lines.append('  <testsuite name="errpact" tests="1" failures="0">')
        lines.append('    <testcase name="no findings" classname="errpact"/>')
        lines.append("  </testsuite>")
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _suite(path: str, findings: list[Finding]) -> Iterator[str]:
    yield f'  <testsuite name="{path}" tests="{len(findings)}" failures="{len(findings)}">'
    for finding in findings:
        name = f"{finding.rule} {finding.name}: line {finding.line}, column {finding.column}"
        yield f'    <testcase name="{_text(name)}" classname="{path}" file="{path}" line="{finding.line}">'
        body = f"{finding.message}\n{finding.help or ''}".strip()
        yield f'      <failure type="{finding.rule}" message="{_text(finding.message)}">{_text(body)}</failure>'
        yield "    </testcase>"
    yield "  </testsuite>"


def _text(text: str) -> str:
    """Text for XML: what XML forbids or what could inject is escaped."""
    shown = "\n".join(clean(line) for line in text.splitlines())
    for raw, escaped in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\n", "&#10;")):
        shown = shown.replace(raw, escaped)
    return shown
