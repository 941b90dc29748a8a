"""What is analysed together."""

from __future__ import annotations

from pathlib import Path

from ..contracts.plain import value
from .surroundings import Surroundings


@value
class SourceFile:
    """One file to parse. path: posix, relative to the project's root. relevant: its own bytes hold a trigger.
    selected: asked for on the command line. core: it can reach a provider call; otherwise it only helps such files."""

    path: str
    absolute: Path
    data: bytes
    relevant: bool
    selected: bool
    core: bool = True


@value
class Project:
    """Files that are analysed together, sorted by path: a unit, or all units at once. around: what the files that
    aren't here say; None if these are all."""

    root: Path
    files: tuple[SourceFile, ...] = ()
    around: Surroundings | None = None
