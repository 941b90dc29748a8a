"""Files that have nothing to do with a provider: a run that names none but such files has the same answer each time.

So a hook that is given the files of a commit needn't know the project anew. Kept for it is what the last run that knew
the whole project has learned: which files are quiet, what shows that anything else has changed, and what to say. An
edited file is read, and so is one that was too young to tell its next change.
"""

from __future__ import annotations

import argparse
import os
import warnings
import zlib

from errpact.lint.quiet import Quiet

from . import _kept

TYPE_CHECKING = False  # as in `typing`, which takes long to import
if TYPE_CHECKING:
    from collections.abc import Callable

    from errpact.lint.result import Report

MANY = "123456789"
"""Stands for the number of files in what is kept."""
CONFIGURES = (".gitignore", "pyvenv.cfg")
ONLY_PARSE = 0x400
"""`ast.PyCF_ONLY_AST`, without importing `ast`."""


class QuietFiles:
    """What is kept of a project, for one set of options."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.usable = _kept.usable(args) and not args.output_format and not args.statistics
        self._words = _kept.words(args, "paths")
        self._start = _kept.start(args)
        self._paths = [os.path.abspath(p) for p in args.paths]
        self._stale = True
        self.met_another = False
        """Whether a file is named that has to do with a provider, as far as is known."""

    def recall(self) -> tuple[str, str, int] | None:
        """Standard output, standard error and exit code; None where something else than quiet files is asked for, or
        may have changed."""
        if not self.usable or not self._paths or not all(p.endswith(".py") and os.path.isfile(p) for p in self._paths):
            return None
        cache = _kept.nearest(self._start)
        named = {os.path.realpath(p) for p in self._paths}
        others = _kept.read(cache, "others", self._words)
        if others is not None and not named.isdisjoint(others["files"]):  # so the long list needn't be read
            self._stale, self.met_another = False, True
            return None
        data = _kept.read(cache, "quiet", self._words)
        if data is None:
            return None
        quiet = Quiet.of(data["quiet"])
        self._stale = False
        self.met_another = not named <= quiet.files.keys()
        if self.met_another or not (quiet.configured or self._unmarked(data["root"])):
            return None
        self._stale = True
        changed = {path for path, known in data["stamps"].items() if _kept.stamp(path) != known}
        for path in changed:
            if path in data["folders"]:
                if _listing(path) != data["folders"][path]:
                    return None
            elif path not in quiet.files or not _holds(quiet, path):
                return None
        self._stale = False
        if not all(map(_parses, named)):
            return None
        return (data["one"] if len(named) == 1 else data["many"].replace(MANY, str(len(named)))), "", 0

    def _unmarked(self, root: str) -> bool:
        """Whether no folder between the root and the paths is a root of its own."""
        folder = self._start
        while len(folder) > len(root):
            if any(os.path.exists(os.path.join(folder, mark)) for mark in (*_kept.MARKS, ".git")):
                return False
            folder = os.path.dirname(folder)
        return folder == root

    def keep(self, cache: str, report: Report, said: Callable[[int], str]) -> None:
        """Remember what a run has learned of its project. said: what is printed of so many files without findings."""
        if not self.usable or not self._stale or report.quiet is None or report.warnings:
            return
        quiet = report.quiet
        root = str(report.root)
        stamps = {path: _kept.stamp(path) for path in (*report.inputs, *_kept.surroundings(root))}
        folders = {path: listing for path in report.inputs if (listing := _listing(path)) is not None}
        if any(stamps[path] is None for path in (*quiet.files, *folders)):
            return
        for path in _kept.fresh(stamps):
            if path not in quiet.files and path not in folders:
                return
            stamps[path] = [0, 0, 0]
        one, many = said(1), said(int(MANY))
        known = {"quiet": quiet.data(), "stamps": stamps, "folders": folders, "root": root, "one": one, "many": many}
        _kept.write(cache, "quiet", self._words, known)
        others = [path for path in stamps if path.endswith(".py") and path not in quiet.files]
        _kept.write(cache, "others", self._words, {"files": others})


def _listing(folder: str) -> int | None:
    """A checksum of what in a folder decides on which files are looked at; None for what is no folder."""
    try:
        with os.scandir(folder) as entries:
            names = [f"{e.name}/" if e.is_dir() else e.name for e in entries]
    except OSError:
        return None
    kept = sorted(n for n in names if n.endswith((".py", ".toml", "/")) or n in CONFIGURES)
    return zlib.crc32("\0".join(kept).encode("utf-8", "surrogateescape"))


def _holds(quiet: Quiet, path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return quiet.holds(path, file.read())
    except OSError:
        return False


def _parses(path: str) -> bool:
    """Whether a file is Python, for this interpreter; one that isn't is told about by a whole run."""
    try:
        with open(path, "rb") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(file.read(), path, "exec", ONLY_PARSE, dont_inherit=True)
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True
