"""A process that gets ready for the analysis while this one still looks at the project.

Importing libcst takes longer than all else that is done for one small file. Where a file is named that must probably
be analysed, `begin` lets a second process import it meanwhile; `take` gives that process as the first worker, `dismiss`
ends it where there was nothing to analyse. There is one at most; where processes can't be copied or only one can run at
once there is none, and all goes on as without.
"""

from __future__ import annotations

from multiprocessing.connection import Connection
from pathlib import Path

from ..contracts.settings import Settings
from . import workers

_begun: workers.Started | None = None


def begin() -> None:
    """Start the process, where it can be of use."""
    global _begun
    if _begun is None and workers.processors() > 1 and workers.may_fork():
        _begun = workers.started(_get_ready)


def take() -> workers.Started | None:
    """The process, which waits for the rest of what `serve` wants, and the way to it; None if there is none."""
    global _begun
    if _begun is None:
        return None
    (process, pipe), _begun = _begun, None
    try:
        pipe.recv()
    except (EOFError, OSError):  # it couldn't get ready; whoever tries next says why
        process.join()
        pipe.close()
        return None
    return process, pipe


def dismiss() -> None:
    """End the process, if it was started and not taken."""
    global _begun
    if _begun is not None:
        (process, pipe), _begun = _begun, None
        process.kill()
        process.join()
        pipe.close()


def _get_ready(pipe: Connection, parent: int) -> None:
    """What the process does: import and load, say so, and serve as it is told."""
    from .work import MissingExtra, Work

    try:
        Work(Settings(Path())).prepare()
    except MissingExtra:
        return
    pipe.send("ready")
    if workers.waited(pipe, parent):
        workers.serve(pipe, parent, *pipe.recv())
