"""What a lint run printed, kept for the next one: if no input has changed, the answer hasn't either.

Nothing is imported for this but `json` and `zlib`: a warm run costs some stat calls. The inputs of a run are its words,
what decides on colour, errpact itself, and by time, size and inode every file and folder that it looked at.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
import zlib
from collections.abc import Iterable

FRESH = 2_000_000_000
"""Nanoseconds within which a time stamp may not show a file's next change."""
KEPT = 16
"""The most command lines whose last run is remembered in one project."""
KINDS = ("fix", "diff", "since", "stdin_filename", "write_baseline", "no_cache", "output_file")
"""Options with which a run has other effects, or other inputs, than can be remembered."""

PARTS = (
    "cli", "contracts", "contracts/providers", "lint", "lint/rules", "lint/flow", "lint/models", "lint/report"
)  # fmt: skip
"""The folders of errpact that a lint run uses."""


class Memo:
    """The memory of one command line."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.usable = not any(getattr(args, kind) not in (None, False) for kind in KINDS) and not any(
            "=" in text for text in args.output_format
        )
        words = [
            *sorted(f"{k}={v!r}" for k, v in vars(args).items() if k != "jobs"),
            os.getcwd(),
            sys.version,
            sys.prefix,
        ]
        words += [f"{name}={os.environ.get(name)}" for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "PYTHONIOENCODING")]
        words += [str(sys.stdout.isatty()), str(sys.stdout.encoding)]
        self._name = f"{zlib.crc32(chr(0).join(words).encode('utf-8', 'surrogateescape')):08x}"
        self._words = words
        folders = [p if os.path.isdir(p) else os.path.dirname(p) for p in map(os.path.abspath, args.paths or ["."])]
        self._start = os.path.commonpath(folders)

    def recall(self) -> tuple[str, str, int] | None:
        """Standard output, standard error and exit code of the same run earlier; None if anything may differ."""
        if not self.usable:
            return None
        file = self._find()
        try:
            with open(file, encoding="utf-8") as stream:
                mark, _, text = stream.read().partition("\n")
            if mark != _mark(text):
                return None
            data = json.loads(text)
        except (OSError, ValueError):
            return None
        if data["words"] != self._words or any(stamp(path) != known for path, known in data["stamps"].items()):
            return None
        return data["out"], data["err"], data["code"]

    def keep(self, folder: str, inputs: Iterable[str], out: str, err: str, code: int) -> None:
        """Remember a run. folder: the project's cache. inputs: absolute paths of all that it looked at."""
        if not self.usable or not os.path.isdir(folder):
            return
        stamps = {path: stamp(path) for path in (*inputs, *_own(), *self._configurations())}
        old = time.time_ns() - FRESH
        if any(known is not None and known[0] > old for known in stamps.values()):
            return
        text = json.dumps({"words": self._words, "stamps": stamps, "out": out, "err": err, "code": code})
        target = os.path.join(folder, "runs", self._name)
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

    def _find(self) -> str:
        """The memory's file in the nearest cache at or above the paths."""
        folder = self._start
        while not os.path.isdir(os.path.join(folder, ".errpact_cache")) and folder != os.path.dirname(folder):
            folder = os.path.dirname(folder)
        return os.path.join(folder, ".errpact_cache", "runs", self._name)

    def _configurations(self) -> Iterable[str]:
        """Every place where a configuration, a repository or a project's root may be found, or may turn up."""
        names = ("pyproject.toml", ".gitignore", ".git/info/exclude", "setup.py", "setup.cfg")
        folder = self._start
        while True:
            yield from (os.path.join(folder, name) for name in names)
            if folder == os.path.dirname(folder):
                return
            folder = os.path.dirname(folder)


def _drop_old(folder: str) -> None:
    """Keep the newest runs only. Raises OSError."""
    kept = sorted(((e.stat().st_mtime_ns, e.path) for e in os.scandir(folder)), reverse=True)
    for _, path in kept[KEPT:]:
        os.unlink(path)


def _mark(text: str) -> str:
    return f"errpact {zlib.crc32(text.encode()):08x} {len(text)}"


def stamp(path: str) -> list[int] | None:
    """What shows that a file or folder has changed; None where there is none."""
    try:
        stat = os.stat(path)
    except OSError:
        return None
    return [stat.st_mtime_ns, stat.st_size, stat.st_ino]


def _own() -> Iterable[str]:
    """errpact's own files, which in a checkout change without a new version, and the folder whose packages it uses."""
    import errpact

    yield os.path.join(sys.prefix, "lib", f"python{sys.version_info[0]}.{sys.version_info[1]}", "site-packages")
    for root in errpact.__path__:
        for part in PARTS:
            folder = os.path.join(root, part)
            if os.path.isdir(folder):
                yield folder
                yield from (e.path for e in os.scandir(folder) if e.is_file())
