"""Output formats. Each is a module with `render(report, view) -> str`; only those asked for are imported."""

from __future__ import annotations

import importlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ...contracts.harmless import clean as clean
from ...contracts.plain import value

if TYPE_CHECKING:
    from ..result import Report

FORMATS: Final = ("text", "json", "sarif", "github", "gitlab", "junit")


@value
class View:
    """How to show a report. colour: whether escape sequences are welcome. base: the folder that shown paths are
    relative to (None: the project's root)."""

    colour: bool = False
    statistics: bool = False
    base: Path | None = None

    def path(self, root: Path, path: str) -> str:
        """A finding's path as it is shown: relative to the base if it is below, else absolute. Posix."""
        if self.base is None or self.base == root:
            return path
        absolute = os.path.join(root, path)
        prefix = str(self.base).rstrip(os.sep) + os.sep
        return absolute.removeprefix(prefix).replace(os.sep, "/")


def render(report: Report, format: str, view: View) -> str:  # noqa: A002  # the word that users know
    """A report in one of FORMATS, ending in a newline (or empty)."""
    module = importlib.import_module(f".{format}", __name__)
    return str(module.render(report, view))


def repository(root: Path) -> Path:
    """The git repository's root above a folder, which CI services' paths are relative to; the folder itself if there
    is none."""
    return next((p for p in (root, *root.parents) if (p / ".git").exists()), root)
