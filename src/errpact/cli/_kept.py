"""What is kept of lint runs for the next ones: where, under which words, and what shows that a file has changed.

Little is imported for this: a run that is answered from here costs some stat calls.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
import zlib

TYPE_CHECKING = False  # as in `typing`, which takes long to import
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

FRESH = 2_000_000_000
"""Nanoseconds within which a time stamp may not show a file's next change."""
KEPT = 16
"""The most runs of a kind that are remembered in one project."""
KINDS = ("fix", "diff", "since", "stdin_filename", "write_baseline", "no_cache", "output_file")
"""Options with which a run has other effects, or other inputs, than can be remembered."""
PARTS = (
    "cli", "contracts", "contracts/providers", "lint", "lint/rules", "lint/flow", "lint/models", "lint/report"
)  # fmt: skip
"""The folders of errpact that a lint run uses."""
MARKS = ("pyproject.toml", "setup.py", "setup.cfg")
"""Files that mark a project's root, where no configuration does."""
Stamp = list[int] | None


def usable(args: argparse.Namespace) -> bool:
    """Whether a run with these options can be remembered."""
    return not any(getattr(args, kind) not in (None, False) for kind in KINDS) and not any(
        "=" in text for text in args.output_format
    )


def words(args: argparse.Namespace, *without: str) -> list[str]:
    """What of a command line, its place and its surroundings decides on the answer, but for some options."""
    found = [
        *sorted(f"{k}={v!r}" for k, v in vars(args).items() if k not in ("jobs", *without)),
        os.getcwd(),
        sys.version,
        sys.prefix,
    ]
    found += [f"{name}={os.environ.get(name)}" for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "PYTHONIOENCODING")]
    return [*found, str(sys.stdout.isatty()), str(sys.stdout.encoding)]


def start(args: argparse.Namespace) -> str:
    """The folder that holds all paths of a command line."""
    paths: list[str] = [os.path.abspath(p) for p in args.paths or ["."]]
    return os.path.commonpath([p if os.path.isdir(p) else os.path.dirname(p) for p in paths])


def nearest(folder: str) -> str:
    """The nearest cache at or above a folder."""
    while not os.path.isdir(os.path.join(folder, ".errpact_cache")) and folder != os.path.dirname(folder):
        folder = os.path.dirname(folder)
    return os.path.join(folder, ".errpact_cache")


def read(cache: str, kind: str, key: list[str]) -> dict[str, Any] | None:
    """What is kept of a kind under some words; None if there is nothing, or it is damaged."""
    try:
        with open(_file(cache, kind, key), encoding="utf-8") as stream:
            mark, _, text = stream.read().partition("\n")
        data: dict[str, Any] = json.loads(text)
    except (OSError, ValueError):
        return None
    return data if mark == _mark(text) and data["words"] == key else None


def write(cache: str, kind: str, key: list[str], data: dict[str, Any]) -> None:
    """Keep something. A folder that can't be written to is no error."""
    text = json.dumps({"words": key, **data})
    target = _file(cache, kind, key)
    temporary = f"{target}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(temporary, "w", encoding="utf-8") as stream:
            stream.write(f"{_mark(text)}\n{text}")
        os.replace(temporary, target)
        _drop_old(os.path.dirname(target))
    except OSError:
        if os.path.exists(temporary):
            os.unlink(temporary)


def _file(cache: str, kind: str, key: list[str]) -> str:
    return os.path.join(cache, kind, f"{zlib.crc32(chr(0).join(key).encode('utf-8', 'surrogateescape')):08x}")


def _mark(text: str) -> str:
    return f"errpact {zlib.crc32(text.encode()):08x} {len(text)}"


def _drop_old(folder: str) -> None:
    """Keep the newest only. Raises OSError."""
    kept = sorted(((e.stat().st_mtime_ns, e.path) for e in os.scandir(folder)), reverse=True)
    for _, path in kept[KEPT:]:
        os.unlink(path)


def stamp(path: str) -> Stamp:
    """What shows that a file or folder has changed, or may be read now; None where there is none."""
    try:
        stat = os.stat(path)
    except OSError:
        return None
    return [stat.st_mtime_ns, stat.st_size, stat.st_ino, stat.st_mode]


def fresh(stamps: dict[str, Stamp]) -> set[str]:
    """What is so young that its next change might not show."""
    old = time.time_ns() - FRESH
    return {path for path, known in stamps.items() if known is not None and known[0] > old}


def surroundings(folder: str) -> Iterable[str]:
    """What besides its inputs a run in a folder depends on: every place where a configuration, a repository or a
    project's root may be found, or may turn up; and errpact's own files, which in a checkout change without a new
    version, with the folder whose packages it uses."""
    import errpact

    while True:
        yield from (os.path.join(folder, name) for name in (*MARKS, ".gitignore", ".git/info/exclude"))
        if folder == os.path.dirname(folder):
            break
        folder = os.path.dirname(folder)
    yield os.path.join(sys.prefix, "lib", f"python{sys.version_info[0]}.{sys.version_info[1]}", "site-packages")
    for root in errpact.__path__:
        for part in PARTS:
            below = os.path.join(root, part)
            if os.path.isdir(below):
                yield below
                yield from (e.path for e in os.scandir(below) if e.is_file())
