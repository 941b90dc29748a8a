"""What `[[tool.errpact.client]]` names and nothing in the project bears: with a misspelt name nothing would be found.

In doubt nothing is said: a name is met where each part of it stands anywhere in the files that were analysed, and those
are all in which its last part stands.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Final

from ..contracts.globs import glob_match
from .ignores import ALWAYS

if TYPE_CHECKING:
    from ..contracts.settings import Client, Settings
    from .project import Project

NAMES: Final = ("functions", "exceptions", "webhooks", "remedies")


def unmet(settings: Settings, project: Project, paths: Collection[str]) -> tuple[str, ...]:
    """A warning for each glob and name that meets nothing. project: what was analysed. paths: all Python files."""
    return tuple(line for client in settings.clients for line in _unmet(client, settings, project, paths))


def _unmet(client: Client, settings: Settings, project: Project, paths: Collection[str]) -> Iterator[str]:
    for pattern in client.paths:
        if not any(glob_match(path, pattern) for path in paths) and not _on_disk(settings, pattern):
            yield f"client {client.provider}, paths: {pattern!r} matches no file; check it, relative to {settings.root}"
    for key in NAMES:
        for name in getattr(client, key):
            missing = [part for part in name.split(".") if not _stands(part, project)]
            if missing:
                where = f"{missing[0]!r} stands nowhere in what was analysed"
                yield f"client {client.provider}, {key}: {name!r} meets nothing: {where}; check its spelling"


def _stands(part: str, project: Project) -> bool:
    word = re.compile(rb"\b%s\b" % re.escape(part.encode()))
    return part == project.root.name or any(word.search(file.data) or part in file.path for file in project.files)


def _on_disk(settings: Settings, pattern: str) -> bool:
    """Whether a glob is of other files than code: it binds recorded replies too."""
    for folder, names, files in os.walk(settings.root):
        names[:] = [name for name in names if name not in ALWAYS]
        inner = os.path.relpath(folder, settings.root).replace(os.sep, "/").removeprefix(".")
        if any(glob_match(f"{inner}/{file}".lstrip("/"), pattern) for file in files):
            return True
    return False
