"""Applying safe fixes: byte spans only, and only those after which the linter finds less and nothing new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field

from ..contracts.plain import value
from .finding import Edit, Fix
from .result import Report

Lint = Callable[[Mapping[str, bytes]], Report]
"""Lints with some files' contents replaced."""
ROUNDS = 8


@value
class Fixed:
    """The outcome. changed: path → the new content. report: of the files as they would then be."""

    report: Report
    changed: Mapping[str, bytes] = field(default_factory=dict, hash=False)
    original: Mapping[str, bytes] = field(default_factory=dict, hash=False)
    count: int = 0


def fix(report: Report, lint: Lint) -> Fixed:
    """Apply every safe fix of the files asked for, round by round, until none is left. Nothing is written."""
    done = Fixed(report)
    for _ in range(ROUNDS):
        wanted = _wanted(done.report)
        after = _tried(done, wanted, lint)
        if after is None and len(wanted) > 1:
            # one of them doesn't mend what it says: take those that do, one at a time
            after = next((a for one in wanted if (a := _tried(done, [one], lint)) is not None), None)
        if after is None:
            return done
        done = after
    return done


def _wanted(report: Report) -> list[Fix]:
    """Safe fixes that don't touch one another, in the order of their findings."""
    chosen: list[Fix] = []
    taken: list[Edit] = []
    for finding in report.findings:
        found = finding.fix
        if found is None or not found.safe or any(e.path not in report.asked for e in found.edits):
            continue
        if not any(_overlap(a, b) for a in found.edits for b in taken):
            chosen.append(found)
            taken.extend(found.edits)
    return chosen


def _overlap(a: Edit, b: Edit) -> bool:
    return a.path == b.path and a.start <= b.end and b.start <= a.end


def _tried(done: Fixed, fixes: list[Fix], lint: Lint) -> Fixed | None:
    """The state after some fixes; None if there is nothing to do or the result isn't better."""
    if not fixes:
        return None
    edits = [e for f in fixes for e in f.edits]
    before = {e.path: done.report.data[e.path] for e in edits}
    new = {path: apply(data, [e for e in edits if e.path == path]) for path, data in before.items()}
    changed = {**done.changed, **new}
    report = lint(changed)
    if report.errors or not _better(_count(done.report), _count(report)):
        return None
    return Fixed(report, changed, {**before, **done.original}, done.count + len(fixes))


def _count(report: Report) -> Counter[tuple[str, str]]:
    return Counter((f.path, f.rule) for f in report.findings)


def _better(before: Counter[tuple[str, str]], after: Counter[tuple[str, str]]) -> bool:
    return after.total() < before.total() and all(before[key] >= count for key, count in after.items())


def apply(data: bytes, edits: Iterable[Edit]) -> bytes:
    """A file's bytes with edits applied; the edits must not overlap."""
    for edit in sorted(edits, key=lambda e: e.start, reverse=True):
        data = data[: edit.start] + edit.text.encode() + data[edit.end :]
    return data


def diff(fixed: Fixed) -> str:
    """What the fixes change, as a unified diff."""
    import difflib

    parts: list[str] = []
    for path in sorted(fixed.changed):
        old, new = (d.decode("utf-8", "backslashreplace") for d in (fixed.original[path], fixed.changed[path]))
        lines = difflib.unified_diff(old.splitlines(True), new.splitlines(True), f"a/{path}", f"b/{path}")
        parts += [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines]
    return "".join(parts)
