"""Where `errpact lint` reads from and writes to."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from errpact.contracts.wording import counted

from ._output import Output, emit, save, save_bytes

if TYPE_CHECKING:
    from errpact.contracts.settings import Settings
    from errpact.lint.fixes import Fixed
    from errpact.lint.result import Report


def start(paths: Sequence[Path]) -> Path:
    """The folder from which the configuration is looked for: the one that holds all paths."""
    folders = [os.path.abspath(p if p.is_dir() else p.parent) for p in paths]
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:
        return Path(folders[0])


def rooted(settings: Settings, paths: Sequence[Path]) -> Settings:
    """Without a configuration file, the root is the project that holds the paths, not wherever the command runs."""
    if settings.file is not None:
        return settings
    folder = start(paths).resolve()
    marks = (".git", "pyproject.toml", "setup.py", "setup.cfg")
    home = Path.home()
    for parent in (folder, *folder.parents):
        if parent in (home, home.parent, Path(parent.anchor)):
            break
        if any((parent / mark).exists() for mark in marks):
            return replace(settings, root=parent)
    return replace(settings, root=folder)


def stdin(filename: str | None, root: Path) -> dict[str, bytes]:
    """The contents that stand for a file's: standard input under the name given."""
    if filename is None:
        return {}
    from errpact.lint.walk import relative_to

    return {relative_to(os.path.realpath(filename), root): sys.stdin.buffer.read()}


def progress(text: str) -> None:
    """Show what is going on, in place of what was shown before; for a terminal only."""
    sys.stderr.write(f"\r\x1b[K{text}")
    sys.stderr.flush()


def write(report: Report, wanted: Sequence[Output], args: argparse.Namespace) -> str:
    """Write each output; returns what was printed. Raises BadOutput."""
    from errpact.lint.report import View, render, repository

    printed = ""
    for output in wanted:
        base = None
        if output.format == "text":
            base = Path.cwd()
        elif output.format != "json":
            base = repository(report.root)
        view = View(colour=output.file is None and _colour(args.color), statistics=args.statistics, base=base)
        text = render(report, output.format, view)
        if output.file is None:
            printed += emit(text)
        else:
            save(output.file, text)
    return printed


def nothing_in(number: int, report: Report, args: argparse.Namespace) -> str:
    """What a run over so many files prints that has nothing to tell."""
    from errpact.lint.report import View, render
    from errpact.lint.result import Report

    nothing = Report(report.root, statistics={"files": number, "analysed": 0})
    return render(nothing, "text", View(colour=_colour(args.color), base=Path.cwd()))


def _colour(wish: str) -> bool:
    """Colour as terminals expect it: on a terminal, unless NO_COLOR is set or TERM is dumb; FORCE_COLOR insists."""
    if wish != "auto":
        return wish == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def write_fixes(fixed: Fixed) -> None:
    """Write the fixed files. Raises BadOutput."""
    for path, data in fixed.changed.items():
        save_bytes(fixed.report.root / path, data)
    if fixed.count:
        print(f"errpact: {fixed.count} fixed in {counted(len(fixed.changed), 'file')}", file=sys.stderr)


def show_diff(fixed: Fixed) -> int:
    """Print what `--fix` would change; the exit code says whether there is anything."""
    from errpact.lint.fixes import diff
    from errpact.lint.report import clean

    text = diff(fixed)
    # for eyes it is made harmless, for `git apply` it stays what it is
    shown = "\n".join(clean(line) for line in text.expandtabs(4).split("\n")) if sys.stdout.isatty() else text
    emit(shown)
    print(f"errpact: {fixed.count} would be fixed in {counted(len(fixed.changed), 'file')}", file=sys.stderr)
    return 1 if fixed.changed else 0


def write_baseline(report: Report, file: Path) -> int:
    """Accept all findings of a report into a baseline file."""
    from errpact.lint.baseline import render

    save(file, render(report.findings))
    print(
        f"{file}: {counted(len(report.findings), 'finding')} accepted; use it with --baseline {file}", file=sys.stderr
    )
    return 2 if report.errors else 0
