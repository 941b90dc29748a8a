"""For people: place, rule, message, the source with a caret, the mend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from ...contracts.wording import counted
from . import View, clean

if TYPE_CHECKING:
    from ..finding import Finding, Fix
    from ..result import Report

_STYLES: Final = {"error": "31;1", "warning": "33;1", "info": "36;1", "bold": "1", "dim": "2", "help": "32;1"}


def render(report: Report, view: View) -> str:
    """All findings, then one line that sums up."""
    paint = _Paint(view.colour)
    parts = ["\n".join(_finding(f, report, view, paint)) + "\n" for f in report.findings]
    parts += [f"{paint('error', 'internal error')}: {clean(str(e))}\n" for e in report.errors]
    if view.statistics:
        parts.append(_statistics(report))
    return "\n".join([*parts, _summary(report, paint), *_besides(report)]) + "\n"


class _Paint:
    """Puts escape sequences around text, or leaves it alone."""

    def __init__(self, colour: bool) -> None:
        self.colour = colour

    def __call__(self, style: str, text: str) -> str:
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.colour and text else text


def _finding(finding: Finding, report: Report, view: View, paint: _Paint) -> Iterator[str]:
    place = f"{clean(view.path(report.root, finding.path))}:{finding.line}:{finding.column}"
    severity = paint(finding.severity.value, finding.severity.value)
    maybe = " (possible)" if finding.certainty.value == "possible" else ""
    fixable = " [fix]" if finding.fix and finding.fix.safe else ""
    rule = paint("bold", f"{finding.rule} {finding.name}")
    yield f"{paint('bold', place)}: {severity}: {rule}{maybe}{fixable}: {clean(finding.message)}"
    yield from _excerpt(finding, report.lines.get(finding.path, ()), paint)
    for path, line, text in finding.path_steps:
        yield f"   {paint('dim', '·')} {clean(view.path(report.root, path))}:{line}: {clean(text)}"
    if finding.help:
        first, *rest = finding.help.splitlines()
        yield f"   {paint('help', 'help')}: {clean(first)}"
        yield from (f"         {clean(line)}" for line in rest)
    if finding.fix is not None and not finding.fix.safe:
        yield from _suggestion(finding.fix, report, view, paint)


def _suggestion(fix: Fix, report: Report, view: View, paint: _Paint) -> Iterator[str]:
    """A change that is shown and never applied: its lines before and after."""
    import difflib

    from ..fixes import apply

    yield f"   {paint('help', 'suggestion')}: {clean(fix.summary)}"
    for path in dict.fromkeys(e.path for e in fix.edits if e.path in report.data):
        old = report.data[path]
        new = apply(old, [e for e in fix.edits if e.path == path])
        before, after = (d.decode("utf-8", "replace").splitlines() for d in (old, new))
        for line in list(difflib.unified_diff(before, after, n=0, lineterm=""))[2:]:
            if line.startswith("@@"):
                number = line.split()[1].lstrip("-").split(",")[0]
                yield paint("dim", f"      {clean(view.path(report.root, path))}:{number}")
            else:
                yield f"      {line[0]} {clean(line[1:].expandtabs(4))}"


def _excerpt(finding: Finding, lines: Sequence[str], paint: _Paint) -> Iterator[str]:
    """The line, with carets under what is meant; tabs and escaped characters keep them in place."""
    if not 0 < finding.line <= len(lines):
        return
    source = lines[finding.line - 1]
    if not source.strip():
        return
    shown = source.expandtabs(4) if source.isascii() else source.replace("\t", "    ")
    gutter = f"{finding.line:>5} | "
    yield f"{paint('dim', gutter)}{clean(shown)}"
    start = finding.column - 1
    end = finding.end_column - 1 if finding.end_column and finding.end_line == finding.line else len(source)
    before, meant = source[:start], source[start : max(end, start + 1)].rstrip()
    tabs = 4 if not source.isascii() else None
    pad = _width(before, tabs)
    carets = "^" * max(1, _width(before + meant, tabs) - pad)
    yield f"{paint('dim', '      | ')}{' ' * pad}{paint(finding.severity.value, carets)}"


def _width(text: str, tabs: int | None) -> int:
    """The columns that a piece of source takes when shown."""
    import unicodedata

    shown = text.expandtabs(4) if tabs is None else text.replace("\t", " " * tabs)
    shown = clean(shown)
    if shown.isascii():
        return len(shown)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in shown)


def _statistics(report: Report) -> str:
    rules: dict[tuple[str, str], int] = {}
    for finding in report.findings:
        rules[finding.rule, finding.name] = rules.get((finding.rule, finding.name), 0) + 1
    rows = [f"{count:>6}  {rule} {name}" for (rule, name), count in sorted(rules.items())]
    rows += [f"{count:>6}  {name}" for name, count in report.statistics.items()]
    return "\n".join(rows) + "\n"


def _summary(report: Report, paint: _Paint) -> str:
    statistics = report.statistics
    scope = f"{counted(statistics.get('files', 0), 'file')} checked, {statistics.get('analysed', 0)} analysed"
    if not report.findings:
        state = "nothing was finished" if report.errors else "No findings"
        return f"{paint('bold', state)} ({scope})."
    number = {name: sum(f.severity.value == name for f in report.findings) for name in ("error", "warning", "info")}
    parts = [counted(number[name], name) for name in ("error", "warning") if number[name]]
    parts += [f"{number['info']} info"] if number["info"] else []
    fixable = sum(bool(f.fix and f.fix.safe) for f in report.findings)
    advice = f" {fixable} can be fixed with --fix." if fixable else ""
    return f"{paint('bold', 'Found ' + ', '.join(parts))} ({scope}).{advice}"


def _besides(report: Report) -> Iterator[str]:
    """What isn't shown and the reader should know of."""
    hidden, lost = (report.statistics.get(name, 0) for name in ("hidden-possible", "not-followed"))
    if hidden:
        yield f"{counted(hidden, 'possible finding')} hidden; --possible shows {'it' if hidden == 1 else 'them'}."
    if lost:
        named = any(f.rule == "EP902" for f in report.findings)
        how = "" if named else f"; --show-unresolved names {'it' if lost == 1 else 'them'}"
        yield f"{counted(lost, 'operation')} could not be followed to {'its' if lost == 1 else 'their'} end{how}."
