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
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .workers import Started

_begun: tuple[Copy, int, int] | None = None


class Copy:
    """A copy of this process, handled as a `multiprocessing.Process` is."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.exitcode: int | None = None

    def kill(self) -> None:
        if self.exitcode is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    def join(self) -> None:
        if self.exitcode is None:
            self.exitcode = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


class Talk:
    """This end of a talk between two processes, as `multiprocessing.Pipe` gives it. fileno: where the other arrives."""

    def __init__(self, reading: int, writing: int) -> None:
        from multiprocessing.connection import Connection

        self._reading: Connection[Any, Any] = Connection(reading, writable=False)
        self._writing: Connection[Any, Any] = Connection(writing, readable=False)
        self.recv, self.poll, self.fileno = self._reading.recv, self._reading.poll, self._reading.fileno
        self.send = self._writing.send

    def close(self) -> None:
        self._reading.close()
        self._writing.close()


def processors() -> int:
    """How many processes can run at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def may_fork() -> bool:
    """Whether a copy of this process can go on: with other threads in it, it can't."""
    import threading

    return sys.platform != "win32" and hasattr(os, "fork") and threading.active_count() == 1


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
    """What the copy does: import and load, say so, and serve as it is told. It never returns into what it copied."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        import gc

        gc.disable()  # what is imported stays
        from pathlib import Path

        from ..contracts.settings import Settings
        from . import workers
        from .work import Work

        Work(Settings(Path())).prepare()
        gc.freeze()
        gc.enable()
        talk = Talk(reading, writing)
        talk.send("ready")
        if workers.waited(talk, parent):
            workers.serve(talk, parent, *talk.recv())
        code = 0
    finally:
        os._exit(code)
