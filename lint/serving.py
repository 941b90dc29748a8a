"""What a process that works for another does: one unit after the other, as it is told. Little is imported here."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from . import watch
from .finding import Analysis
from .processes import Pipe
from .project import Project

Work = Callable[[Project], Analysis]


def serve(pipe: Pipe, parent: int, units: Sequence[Project], work: Work, limit: float) -> None:
    """What a worker does, as long as its parent lives (which may be killed before this begins)."""
    collect_seldom()
    watch.begin(pipe.send, limit)
    while waited(pipe, parent):
        number, left_out = pipe.recv()
        if number < 0:
            return
        pipe.send(work(_without(units[number], left_out)))


def collect_seldom() -> None:
    """Look for what nobody holds less often: an analysis makes much and lets go of little."""
    gc.set_threshold(50_000, 50, 100)


def waited(pipe: Pipe, parent: int) -> bool:
    """Wait until the parent says something; whether it lives that long. Where it was killed the pipe wouldn't tell,
    for copies of its end are held by other workers too."""
    while not pipe.poll(2):
        if os.getppid() != parent:
            return False
    return True


def _without(unit: Project, left_out: Iterable[str]) -> Project:
    gone = set(left_out)
    return replace(unit, files=tuple(f for f in unit.files if f.path not in gone)) if gone else unit
