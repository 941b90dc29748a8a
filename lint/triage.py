"""What of an analysis is shown: unreadable files are added, suppressed, accepted and known findings left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from . import accept, baseline, rules, suppress
from .discover import Discovery
from .finding import Analysis, Certainty, Finding
from .fingerprint import with_fingerprints
from .project import SourceFile
from .result import Options, Report, Silenced, Usage, text_lines
from .unreadable import unreadable

if TYPE_CHECKING:
    from ..contracts.settings import Settings


def triage(found: Discovery, analysis: Analysis, settings: Settings, options: Options) -> Report:
    """An analysis → the report of one run. Raises ErrpactError for an unknown rule or a bad baseline."""
    warnings: list[str] = []
    data = {f.path: f.data for f in (*found.project.files, *found.marked, *found.named)}
    findings = [f for f in analysis.findings if f.path in found.reported]
    findings += unreadable(found, {f.path for f in findings if f.rule == "EP900"})
    if options.unresolved:
        findings += [f for f in analysis.unresolved if f.path in found.reported]
    findings, unaccepted = accept.apply(findings, settings.accepts)
    chosen = options.select or settings.select or options.ignore or settings.ignore
    # Loading the rules takes longer than all else where there is nothing to choose from.
    active = _active(settings, options, warnings) if findings or found.marked or chosen else set[str]()
    findings, silenced = _suppressed(findings, found.marked, data, settings, active)
    shown, ignored = _without_ignored([f for f in findings if f.rule in active], settings, warnings)
    definite = [f for f in shown if options.possible or f.certainty is Certainty.DEFINITE]
    lines = {p: text_lines(data[p]) for p in sorted({f.path for f in definite}) if p in data}
    marked = with_fingerprints((f for f in definite if not f.fingerprint), lines)
    final = sorted([*(f for f in definite if f.fingerprint), *marked], key=lambda f: f.order)
    hidden = [f for f in shown if f not in definite] if len(shown) > len(definite) else []
    final, hidden, known, used = _known(final, hidden, options, found.project.root, whole=found.whole)
    operations = sorted((o for o in analysis.operations if o.path in found.reported), key=lambda o: o.order)
    statistics = {
        "files": found.checked,
        "analysed": len(found.project.files),
        "operations": len(analysis.operations),
        **{name: count for name, count in analysis.statistics.items() if name != "files"},
        "suppressed": len(silenced),
        "hidden-possible": len(hidden),
        "unresolved": len(analysis.unresolved),
        "not-followed": len({(o.path, o.line, o.name) for o in operations if not o.complete}),
        "baseline": known,
    }
    warnings += unaccepted if found.whole else []
    return Report(
        root=found.project.root,
        findings=tuple(final),
        operations=tuple(operations),
        suppressed=tuple(s for s in (*silenced, *ignored) if s.finding.certainty is Certainty.DEFINITE),
        statistics=statistics,
        errors=analysis.errors,
        warnings=tuple(dict.fromkeys(warnings)),
        baselines={str(options.baseline): used} if options.baseline else {},
        lines=lines,
        data=data,
        asked=found.asked,
        projects=found.projects,
        inputs=found.inputs,
        quiet=found.quiet,
    )


def _active(settings: Settings, options: Options, warnings: list[str]) -> set[str]:
    """The rules that take part. An unknown one is an error in `select` and a warning in `ignore`."""
    chosen = options.select or settings.select or ("ALL",)
    active = {code for text in chosen for code in rules.expand(text)} | ({"EP902"} if options.unresolved else set())
    for text in (*settings.ignore, *options.ignore):
        active -= set(_expand(text, "ignore", warnings))
    return active


def _expand(text: str, where: str, warnings: list[str]) -> tuple[str, ...]:
    try:
        return rules.expand(text)
    except rules.UnknownRule as exc:
        warnings.append(f"{where}: {exc}")
        return ()


def _without_ignored(
    findings: Iterable[Finding], settings: Settings, warnings: list[str]
) -> tuple[list[Finding], list[Silenced]]:
    """The findings that stay, and those that `per-file-ignores` silences."""
    stay: list[Finding] = []
    silenced: list[Silenced] = []
    for finding in findings:
        pattern = _ignored_by(finding, settings, warnings)
        if pattern is None:
            stay.append(finding)
        else:
            silenced.append(Silenced(finding, f"per-file-ignores of {pattern}"))
    return stay, silenced


def _ignored_by(finding: Finding, settings: Settings, warnings: list[str]) -> str | None:
    from ..contracts.globs import glob_match

    for pattern, texts in settings.per_file_ignores:
        rules_there = {rule for text in texts for rule in _expand(text, "per-file-ignores", warnings)}
        if finding.rule in rules_there and glob_match(finding.path, pattern):
            return pattern
    return None


def _suppressed(
    findings: Iterable[Finding],
    marked: Sequence[SourceFile],
    data: dict[str, bytes],
    settings: Settings,
    active: set[str],
) -> tuple[list[Finding], list[Silenced]]:
    """The findings that no comment silences, with EP901 for the comments that silence nothing; and the others."""
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        by_path.setdefault(finding.path, []).append(finding)
    paths = [p for p in by_path if b"errpact:" in data.get(p, b"")]
    asked = {f.path for f in marked}
    stay: list[Finding] = [f for p, fs in by_path.items() if p not in paths for f in fs]
    silenced: list[Silenced] = []
    for path in sorted({*paths, *asked}):
        here = by_path.get(path, [])
        comments = suppress.read(data[path], rules.code_of)
        left, gone, used = suppress.apply(here, comments)
        silenced += gone
        stay += left
        if path in asked and not any(f.rule == "EP900" for f in here):
            stay += suppress.complaints(
                path, data[path], comments, used, active=active.__contains__, require_reason=settings.require_reason
            )
    return stay, silenced


def _known(
    findings: list[Finding], hidden: list[Finding], options: Options, root: Path, *, whole: bool
) -> tuple[list[Finding], list[Finding], int, Usage]:
    """Without what the baseline knows, or what stands on lines that haven't changed: of those to show, and of those
    that stay hidden; how many it knows, and which of its entries were met. What isn't found can only be told of the
    whole project, and not of another project's files.
    """
    known, used = 0, Usage()
    if options.baseline is not None:
        paths = baseline.read(options.baseline)
        new, gone = baseline.subtract(findings, paths)
        findings, known = new, len(findings) - len(new)
        hidden, _ = baseline.subtract(hidden, paths)
        folder = options.baseline.absolute().parent
        mine = frozenset(g for g in gone if not _elsewhere(folder / paths[g], root)) if whole else frozenset()
        used = Usage(frozenset(paths) - gone, mine)
    if options.since is not None:
        from .since import changed

        new = changed([*findings, *hidden], options.since, root)
        findings, hidden = [f for f in new if f in findings], [f for f in new if f in hidden]
    return findings, hidden, known, used


def _elsewhere(file: Path, root: Path) -> bool:
    return file.is_file() and not file.resolve().is_relative_to(root.resolve())
