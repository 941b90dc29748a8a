"""Annotations on GitHub's pull requests, as workflow commands. GitHub shows ten of each level in a step and drops the
rest without a word, so the gravest come first and a last line tells the whole number."""

from __future__ import annotations

from typing import Final

from ..finding import Finding, Severity
from ..result import Report
from . import View, clean

SHOWN: Final = 10
_LEVEL: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, view: View) -> str:
    """One command a line."""
    order = list(_LEVEL)
    ranked = sorted(report.findings, key=lambda f: (order.index(f.severity), f.order))
    lines = [_command(f, report, view) for f in ranked]
    lines += [f"::error title=errpact::{_text(str(e))}" for e in report.errors]
    most = max((sum(f.severity is s for f in ranked) for s in Severity), default=0)
    if most > SHOWN:
        lines.append(f"::notice title=errpact::{len(ranked)} findings in all; the log of this step has every one")
    return "".join(f"{line}\n" for line in lines)


def _command(finding: Finding, report: Report, view: View) -> str:
    path = _property(view.path(report.root, finding.path))
    place = f"file={path},line={finding.line},col={finding.column}"
    if finding.end_line is not None:
        place += f",endLine={finding.end_line}"
    if finding.end_column is not None and finding.end_line == finding.line:
        place += f",endColumn={finding.end_column}"
    text = finding.message + (f"\nhelp: {finding.help}" if finding.help else "")
    title = _property(f"{finding.rule} {finding.name}")
    return f"::{_LEVEL[finding.severity]} {place},title={title}::{_text(text)}"


def _text(text: str) -> str:
    cleaned = "\n".join(clean(line) for line in text.splitlines())
    return cleaned.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")
