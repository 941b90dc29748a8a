"""Files and folders that the user names → files to check."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from typing import Final

SUFFIXES: Final = (".json", ".ndjson", ".jsonl", ".har", ".yaml", ".yml", ".toml")
SKIPPED: Final = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})


def files(paths: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Each file with whether the user named it himself. A folder gives its files of known suffix, sorted; hidden
    folders, installed packages, links and pipes are left alone. A missing path is given as it is."""
    for path in paths:
        if os.path.isdir(path):
            for file in walk(path):
                yield file, False
        else:
            yield path, True


def walk(folder: str, refused: Callable[[OSError], object] = lambda exc: None) -> Iterator[str]:
    """The files of a folder that may be something for us. refused: is told which folders may not be read."""
    for root, folders, names in os.walk(folder, onerror=refused, followlinks=False):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in SKIPPED)
        for name in sorted(names):
            if name.endswith(SUFFIXES) and not name.startswith("."):
                path = os.path.join(root, name)
                if _is_file(path):
                    yield path


def _is_file(path: str) -> bool:
    """A file of its own, neither a link nor a pipe, and still there."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except OSError:
        return False
