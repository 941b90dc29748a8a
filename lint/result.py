"""What a run is asked to show, and what it found."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..contracts.plain import value
from ..contracts.wording import counted

if TYPE_CHECKING:
    from .finding import Finding, InternalError, Operation
    from .quiet import Quiet


@value
class Options:
    """What a run shows. select, ignore: selectors of the command line; select replaces the configured one, ignore
    adds to it. baseline: a file of known findings. since: a git revision; only findings on lines changed since."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    possible: bool = False
    unresolved: bool = False
    baseline: Path | None = None
    since: str | None = None


@value
class Silenced:
    """A finding that the project doesn't want to see at its place. why: the reason, where one is given."""

    finding: Finding
    why: str = ""


@value
class Usage:
    """The fingerprints of a baseline that findings have, and those that none has though the project is theirs."""

    met: frozenset[str] = frozenset()
    unmet: frozenset[str] = frozenset()


@value
class Report:
    """What a run found.

    suppressed: what comments and `per-file-ignores` silenced. lines: a file's text by path, for excerpts. data: bytes
    of files that were read. asked: paths that the command line asked for. projects: folders below that have a
    configuration of their own. inputs: every file and folder that was looked at, absolute. warnings: what the user
    should know besides. baselines: which entries of each baseline file this run met. quiet: see `discover.Discovery`.
    """

    root: Path
    findings: tuple[Finding, ...] = ()
    operations: tuple[Operation, ...] = ()
    suppressed: tuple[Silenced, ...] = ()
    statistics: Mapping[str, int] = field(default_factory=dict, hash=False)
    errors: tuple[InternalError, ...] = ()
    warnings: tuple[str, ...] = ()
    baselines: Mapping[str, Usage] = field(default_factory=dict, hash=False)
    lines: Mapping[str, Sequence[str]] = field(default_factory=dict, hash=False)
    data: Mapping[str, bytes] = field(default_factory=dict, hash=False)
    asked: frozenset[str] = frozenset()
    projects: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    quiet: Quiet | None = None


def combine(reports: Sequence[Report]) -> Report:
    """The reports of several projects as one, with paths relative to the folder that holds them all. An entry of a
    baseline that several projects share is left over where none of them meets it, which a warning tells."""
    whole = reports[0] if len(reports) == 1 else _combined(reports)
    shared: dict[str, Usage] = {}
    for file, used in (pair for r in reports for pair in r.baselines.items()):
        so_far = shared.get(file, Usage())
        shared[file] = Usage(so_far.met | used.met, so_far.unmet | used.unmet)
    told = (_leftover(number) for used in shared.values() if (number := len(used.unmet - used.met)))
    return replace(whole, warnings=tuple(dict.fromkeys((*whole.warnings, *told))), baselines=shared)


def _leftover(number: int) -> str:
    occur, them = ("occurs", "it") if number == 1 else ("occur", "them")
    return f"{counted(number, 'entry', 'entries')} of the baseline no longer {occur}; --write-baseline drops {them}"


def _combined(reports: Sequence[Report]) -> Report:
    root = os.path.commonpath([r.root for r in reports])
    parts = [(r, os.path.relpath(r.root, root).replace(os.sep, "/") + "/") for r in reports]
    parts = [(r, "" if prefix == "./" else prefix) for r, prefix in parts]
    statistics: dict[str, int] = {}
    for report in reports:
        for name, count in report.statistics.items():
            statistics[name] = statistics.get(name, 0) + count
    findings = [_moved(f, prefix) for r, prefix in parts for f in r.findings]
    return Report(
        root=Path(root),
        findings=tuple(sorted(findings, key=lambda f: f.order)),
        operations=tuple(replace(o, path=_under(prefix, o.path)) for r, prefix in parts for o in r.operations),
        suppressed=tuple(replace(s, finding=_moved(s.finding, prefix)) for r, prefix in parts for s in r.suppressed),
        statistics=statistics,
        errors=tuple(e for r in reports for e in r.errors),
        warnings=tuple(dict.fromkeys(w for r in reports for w in r.warnings)),
        lines={_under(prefix, path): lines for r, prefix in parts for path, lines in r.lines.items()},
        data={_under(prefix, path): data for r, prefix in parts for path, data in r.data.items()},
        asked=frozenset(_under(prefix, path) for r, prefix in parts for path in r.asked),
        inputs=tuple(path for r in reports for path in r.inputs),
    )


def _under(prefix: str, path: str) -> str:
    return path if path.startswith("/") else prefix + path


def _moved(finding: Finding, prefix: str) -> Finding:
    fix = finding.fix
    if fix is not None:
        fix = replace(fix, edits=tuple(replace(e, path=_under(prefix, e.path)) for e in fix.edits))
    steps = tuple((_under(prefix, path), line, text) for path, line, text in finding.path_steps)
    return replace(finding, path=_under(prefix, finding.path), fix=fix, path_steps=steps)


def text_lines(data: bytes) -> list[str]:
    """A file's lines as text, whatever its bytes are."""
    import io
    import tokenize

    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        text = data.decode(encoding)
    except (SyntaxError, UnicodeDecodeError, LookupError):
        text = data.decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def position(data: bytes, offset: int) -> tuple[int, int]:
    """Line and column (from 1, in characters) of a byte offset."""
    before = data[:offset]
    start = before.rfind(b"\n") + 1
    return before.count(b"\n") + 1, len(before[start:].decode("utf-8", "replace")) + 1
