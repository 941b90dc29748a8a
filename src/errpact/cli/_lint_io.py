"""Where `errpact lint` reads from and writes to."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from errpact.contracts.errors import ErrpactError, did_you_mean, nearest

if TYPE_CHECKING:
    from errpact.contracts.settings import Settings
    from errpact.lint.fixes import Fixed
    from errpact.lint.result import Report


class BadOutput(ErrpactError):
    """An output that can't be written, or isn't one."""


@dataclass(frozen=True, slots=True)
class Output:
    """One format and where it goes; file None: standard output."""

    format: str
    file: Path | None = None


def outputs(formats: Sequence[str], file: str | None) -> tuple[Output, ...]:
    """The outputs asked for: `FORMAT` or `FORMAT=FILE`, several with commas or repeated. Raises BadOutput."""
    from errpact.lint.report import FORMATS

    found: list[Output] = []
    for text in (part.strip() for item in formats for part in item.split(",")):
        name, _, target = text.partition("=")
        if name not in FORMATS:
            hint = did_you_mean(nearest(name, FORMATS))
            raise BadOutput(f"--output-format {name!r} is unknown{hint}; choose from {', '.join(FORMATS)}")
        found.append(Output(name, Path(target) if target else None))
    found = found or [Output("text")]
    printed = [n for n, o in enumerate(found) if o.file is None]
    if len(printed) > 1:
        raise BadOutput("two output formats can't both be printed; write one to a file: FORMAT=FILE")
    if file is not None:
        if not printed:
            raise BadOutput("--output-file has no format left to write; leave it out")
        found[printed[0]] = replace(found[printed[0]], file=Path(file))
    for output in found:
        if output.file is not None and (output.file.is_dir() or not output.file.absolute().parent.is_dir()):
            raise BadOutput(f"{output.file}: cannot be written: its folder is missing or it is one; check the path")
    return tuple(found)


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
            printed += _print(text)
        else:
            save(output.file, text)
    return printed


def _colour(wish: str) -> bool:
    """Colour as terminals expect it: on a terminal, unless NO_COLOR is set or TERM is dumb; FORCE_COLOR insists."""
    if wish != "auto":
        return wish == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _print(text: str) -> str:
    """Print, whatever the terminal's encoding can show; returns what was printed."""
    encoding = sys.stdout.encoding or "utf-8"
    safe = text.encode(encoding, "backslashreplace").decode(encoding)
    sys.stdout.write(safe)
    sys.stdout.flush()
    return safe


def save(path: Path, text: str) -> None:
    """Write a whole file or nothing. Raises BadOutput."""
    save_bytes(path, text.encode("utf-8", "backslashreplace"))


def save_bytes(path: Path, data: bytes) -> None:
    """Write a whole file or nothing; an existing file keeps its mode. Raises BadOutput."""
    if path.exists() and not path.is_file():  # /dev/stdout, a pipe
        path.write_bytes(data)
        return
    path = path.resolve()
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        if path.exists():
            temporary.chmod(path.stat().st_mode)
        temporary.replace(path)
    except OSError as exc:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise BadOutput(f"{path}: cannot be written: {exc.strerror}; check the path and its permissions") from None


def write_fixes(fixed: Fixed) -> None:
    """Write the fixed files. Raises BadOutput."""
    for path, data in fixed.changed.items():
        save_bytes(fixed.report.root / path, data)
    if fixed.count:
        print(f"errpact: {fixed.count} fixed in {len(fixed.changed)} files", file=sys.stderr)


def show_diff(fixed: Fixed) -> int:
    """Print what `--fix` would change; the exit code says whether there is anything."""
    from errpact.lint.fixes import diff
    from errpact.lint.report import clean

    text = diff(fixed)
    # for eyes it is made harmless, for `git apply` it stays what it is
    shown = "\n".join(clean(line) for line in text.expandtabs(4).split("\n")) if sys.stdout.isatty() else text
    _print(shown)
    print(f"errpact: {fixed.count} would be fixed in {len(fixed.changed)} files", file=sys.stderr)
    return 1 if fixed.changed else 0


def write_baseline(report: Report, file: Path) -> int:
    """Accept all findings of a report into a baseline file."""
    from errpact.lint.baseline import render

    save(file, render(report.findings))
    print(f"{file}: {len(report.findings)} findings accepted; use it with --baseline {file}", file=sys.stderr)
    return 2 if report.errors else 0
