"""`--since REV`: only findings on lines that changed since a git revision."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from ..contracts.errors import ErrpactError
from .finding import Finding

_HUNK: Final = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@")


class NoHistory(ErrpactError):
    """Git can't say what changed."""


def changed(findings: Sequence[Finding], revision: str, root: Path) -> list[Finding]:
    """The findings that touch a changed line, by themselves or on their path. Raises NoHistory."""
    if not findings:
        return []
    lines = changed_lines(revision, root)
    return [f for f in findings if any(_touches(lines, *place) for place in _places(f))]


def _places(finding: Finding) -> Iterable[tuple[str, int, int]]:
    yield finding.path, finding.line, finding.end_line or finding.line
    for path, line, _ in finding.path_steps:
        yield path, line, line


def _touches(lines: dict[str, list[range]], path: str, first: int, last: int) -> bool:
    return any(r.start <= last and first < r.stop for r in lines.get(path, ()))


def changed_lines(revision: str, root: Path) -> dict[str, list[range]]:
    """Path relative to the root → changed line ranges; files that git doesn't know are changed as a whole.

    Raises NoHistory.
    """
    # core.quotePath off: paths as they are; no prefixes, no user's own diff settings
    options = ("--unified=0", "--no-color", "--no-ext-diff", "--no-renames", "--relative", "--dst-prefix=b/")
    diff = _git(root, "-c", "core.quotePath=off", "diff", *options, "--end-of-options", revision, "--")
    found: dict[str, list[range]] = {}
    path = ""
    for line in diff.splitlines():
        if line.startswith("+++ "):
            path = line[6:].rstrip("\t") if line.startswith("+++ b/") else ""
        elif (match := _HUNK.match(line)) and path:
            start, count = int(match[1]), int(match[2] or 1)
            found.setdefault(path, []).append(range(start, start + count))
    new = _git(root, "-c", "core.quotePath=off", "ls-files", "--others", "--exclude-standard", "-z")
    for name in filter(None, new.split("\0")):
        found[name] = [range(1 << 60)]
    return found


def _git(root: Path, *words: str) -> str:
    try:
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, check=False)  # noqa: S603, S607 - git
    except FileNotFoundError:
        raise NoHistory("--since needs git, which is not installed; install it or leave --since out") from None
    if done.returncode:
        why = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise NoHistory(f"--since: git says {why[0] if why else 'nothing'}; name a revision that exists here")
    return done.stdout.decode("utf-8", "surrogateescape")
