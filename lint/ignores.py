"""`.gitignore` files, read as git reads them, without calling git."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

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
    anchored = "/" in line
    regex = "".join(_regex(line.lstrip("/")))
    try:
        return re.compile(regex if anchored else f"(?:.*/)?{regex}"), only_folders, negated
    except re.error:
        return None


def _regex(glob: str) -> Iterator[str]:
    """The pieces of a regex for a glob in which `*` stays inside a folder and `**` spans folders."""
    i = 0
    while i < len(glob):
        char = glob[i]
        if glob.startswith("**/", i) and (i == 0 or glob[i - 1] == "/"):
            yield "(?:.*/)?"
            i += 3
        elif glob.startswith("/**", i) and i + 3 == len(glob):
            yield "/.*"
            i += 3
        elif char == "*":
            yield "[^/]*"
            i += 2 if glob.startswith("**", i) else 1
        elif char == "?":
            yield "[^/]"
            i += 1
        elif char == "[" and (end := glob.find("]", i + 2)) > 0:
            inside = glob[i + 1 : end].replace("\\", "\\\\")
            yield f"[^{inside[1:]}]" if inside[0] in "!^" else f"[{inside}]"
            i = end + 1
        else:
            i += char == "\\" and i + 1 < len(glob)
            yield re.escape(glob[i])
            i += 1


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
