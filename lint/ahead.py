"""A process that gets ready for the analysis while this one still looks at the project.

Importing libcst takes longer than all else that is done for one small file. Where a file is named that must probably
be analysed, `begin` lets a copy of this process import it meanwhile; `take` gives the copy as the first worker,
`dismiss` ends it where there was nothing to analyse. There is one at most; where processes can't be copied or only one
can run at once there is none, and all goes on as without. Little is imported here, so that it begins early.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

from .processes import Copy, Talk, may_fork, processors

if TYPE_CHECKING:
    from .workers import Started

_begun: tuple[Copy, int, int] | None = None


def begin() -> None:
    """Start the process, where it can be of use."""
    global _begun
    if _begun is not None or processors() == 1 or not may_fork():
        return
    parent = os.getpid()
    (hears, tells), (listens, says) = os.pipe(), os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid == 0:
        os.close(hears)
        os.close(says)
        _get_ready(listens, tells, parent)
    os.close(tells)
    os.close(listens)
    _begun = Copy(pid), hears, says


def take() -> Started | None:
    """The process, which waits for the rest of what `serve` wants, and the way to it; None if there is none."""
    global _begun
    if _begun is None:
        return None
    process, talk, _begun = _begun[0], Talk(*_begun[1:]), None
    try:
        talk.recv()
    except (EOFError, OSError):  # it couldn't get ready; whoever tries next says why
        process.join()
        talk.close()
        return None
    return process, talk


def dismiss() -> None:
    """End the process, if it was started and not taken."""
    global _begun
    if _begun is not None:
        process, *ends = _begun
        _begun = None
        process.kill()
        process.join()
        for end in ends:
            os.close(end)


def _get_ready(reading: int, writing: int, parent: int) -> None:
    """What the copy does: import, say so, and serve as it is told. It never returns into what it copied."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        import gc

        gc.disable()  # what is imported stays
        from .serving import serve, waited
        from .work import prepare

        prepare()
        gc.freeze()
        gc.enable()
        talk = Talk(reading, writing)
        talk.send("ready")
        if waited(talk, parent):
            serve(talk, parent, *talk.recv())
        code = 0
    finally:
        os._exit(code)
