"""What the analysis is at, said before each file and each entry point, so that one which kills or stalls the process
can be named. Nothing happens unless a process was set up to be watched (`begin`)."""

from __future__ import annotations

import signal
from collections.abc import Callable
from typing import Final

LIMIT: Final = 20.0
"""Seconds of CPU time that one file may take to be parsed, or one of its entry points to be followed. CPU time, so that
a busy machine doesn't change what is found."""

_tell: Callable[[str], None] | None = None
_limit = LIMIT


def begin(tell: Callable[[str], None], limit: float = LIMIT) -> None:
    """From now on `tell` learns what this process is at, and the process ends where that takes longer than `limit`."""
    global _tell, _limit
    _tell, _limit = tell, limit
    if hasattr(signal, "SIGPROF"):
        signal.signal(signal.SIGPROF, signal.SIG_DFL)


def at(path: str) -> None:
    """The analysis turns to a file; an empty path: to all of them together, which has no limit."""
    if _tell is not None:
        _tell(path)
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_PROF, _limit if path else 0)


def timed_out(exitcode: int | None) -> bool:
    """Whether a process ended with this code because something took too long."""
    return exitcode is not None and hasattr(signal, "SIGPROF") and exitcode == -signal.SIGPROF
