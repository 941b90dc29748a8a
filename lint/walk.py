"""Walking folders: the Python files in them, without what git or the configuration leaves out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from . import ignores

if TYPE_CHECKING:
    from ..contracts.settings import Settings


ANY: Final = "any.py"
"""Stands for the files of a folder that can't be looked into."""


class Walked(NamedTuple):
    """The files below a folder, the folders below that are projects of their own, what was looked at, and the folders
    that may not be read (relative path → reason)."""

    files: list[str]
    projects: list[str]
    looked: list[str]
    closed: dict[str, str]


def walk(top: str, root: Path, *, nested: bool = True) -> Walked:
    """The Python files below a folder, named relative to the root, in no particular order."""
    found: list[str] = []
    projects: list[str] = []
    looked: list[str] = []
    closed: dict[str, str] = {}
    todo = [(top, ignores.above(top))]
    while todo:
        folder, rules = todo.pop()
        looked.append(folder)
        try:
            entries = list(os.scandir(folder))
        except FileNotFoundError:  # gone since its parent was looked into
            continue
        except OSError as exc:
            if not rules.ignored(f"{folder}/{ANY}", folder=False):
                closed[relative_to(folder, root)] = exc.strerror or str(exc)
            continue
        names = {e.name for e in entries}
        looked += [f"{folder}/{name}" for name in ("pyproject.toml", ".gitignore") if name in names]
        if folder != top and "pyvenv.cfg" in names:
            continue
        if folder != top and nested and "pyproject.toml" in names and configured(f"{folder}/pyproject.toml"):
            projects.append(folder)
            continue
        if ".gitignore" in names:
            rules = rules.within(folder)
        for entry in entries:
            if entry.name.endswith(".py"):
                if not rules.ignored(entry.path, folder=False) and _is_file(entry):
                    found.append(relative_to(entry.path, root))
            elif (
                entry.name not in ignores.ALWAYS
                and entry.is_dir(follow_symlinks=False)
                and not rules.ignored(entry.path, folder=True)
            ):
                todo.append((entry.path, rules))
    return Walked(found, projects, looked, closed)


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether there is a file; a link to itself leads to none."""
    try:
        return entry.is_file()
    except OSError:
        return False


def configured(file: str) -> bool:
    """Whether a pyproject.toml has a `[tool.errpact]` table."""
    from ..contracts.settings import has_table

    return has_table(Path(file))


def relative_to(path: str, root: Path) -> str:
    """An absolute path as the project names it: posix, relative to the root; absolute for a file outside."""
    prefix = str(root).rstrip(os.sep) + os.sep
    if path == str(root):
        return "."
    return (path.removeprefix(prefix) if path.startswith(prefix) else path).replace(os.sep, "/")


def excluded(path: str, settings: Settings) -> bool:
    """Whether configuration excludes a path (relative to the root), or a folder of it."""
    from ..contracts.globs import glob_match

    return any(glob_match(path, pattern) for pattern in settings.exclude)
