"""`.gitignore` files, read as git reads them, without calling git."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from ..contracts import globs

ALWAYS: Final = frozenset(
    {
        ".bzr", ".direnv", ".eggs", ".errpact_cache", ".git", ".hg", ".ipynb_checkpoints", ".mypy_cache", ".nox",
        ".pants.d", ".pyenv", ".pytest_cache", ".ruff_cache", ".svn", ".tox", ".venv", "__pycache__",
        "__pypackages__", "_build", "build", "dist", "node_modules", "site-packages", "venv",
    }
)  # fmt: skip
"""Folders that hold nobody's own source; a path named on the command line is walked all the same."""

Patterns = tuple[tuple[re.Pattern[str], bool, bool], ...]
"""Of one file, in order: regex on the path relative to the file's folder, only folders, negated."""


def read(folder: str, name: str = ".gitignore") -> Patterns:
    """The patterns of a folder's ignore file; nothing where there is none or it can't be read."""
    try:
        text = Path(folder, name).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ()
    return tuple(p for p in map(_pattern, text.splitlines()) if p is not None)


def _pattern(line: str) -> tuple[re.Pattern[str], bool, bool] | None:
    line = re.sub(r"(?<!\\)\s+$", "", line)
    if not line or line.startswith("#"):
        return None
    negated = line.startswith("!")
    line = line[1:] if negated else line
    only_folders = line.endswith("/")
    line = line.rstrip("/")
    if not line:
        return None
    compiled = globs.compiled(line.lstrip("/") if "/" in line else f"**/{line}")
    return (compiled, only_folders, negated) if compiled else None


class Ignores:
    """The ignore files in force at one folder: its own after those of the folders above. Immutable."""

    def __init__(self, layers: tuple[tuple[int, Patterns], ...] = ()) -> None:
        self._layers = layers

    def within(self, folder: str) -> Ignores:
        """The ignore files in force in a folder below."""
        patterns = read(folder)
        return Ignores((*self._layers, (len(folder.rstrip("/")) + 1, patterns))) if patterns else self

    def ignored(self, path: str, folder: bool) -> bool:
        """Whether an absolute path is ignored; the deepest file's last matching pattern decides."""
        for start, patterns in reversed(self._layers):
            relative = path[start:]
            for regex, only_folders, negated in reversed(patterns):
                if (folder or not only_folders) and regex.fullmatch(relative):
                    return not negated
        return False


def above(folder: str) -> Ignores:
    """The ignore files that apply to a folder from the folders above it, up to the git repository's root."""
    path = Path(folder)
    repository = next((p for p in (path, *path.parents) if (p / ".git").exists()), path)
    layers: list[tuple[int, Patterns]] = []
    exclude = read(str(repository / ".git" / "info"), "exclude")
    if exclude:
        layers.append((len(str(repository).rstrip("/")) + 1, exclude))
    between = [p for p in (path, *path.parents) if p != path and (p == repository or repository in p.parents)]
    ignores = Ignores(tuple(layers))
    for parent in reversed(between):
        ignores = ignores.within(str(parent))
    return ignores
