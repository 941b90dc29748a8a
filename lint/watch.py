"""What the analysis is at, said before each file and each entry point, so that one which kills or stalls the process
can be named. Nothing happens unless a process was set up to be watched (`begin`)."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from typing import Final

LIMIT: Final = 20.0
"""Seconds of CPU time that one file may take to be parsed, or one of its entry points to be followed. CPU time, so that
a busy machine doesn't change what is found."""

SOON: Final = 0.75
"""The part of it after which an entry point that is still being followed is given up, so that its file isn't lost."""

_tell: Callable[[str], None] | None = None
_limit = LIMIT
_since = 0.0


def begin(tell: Callable[[str], None], limit: float = LIMIT) -> None:
    """From now on `tell` learns what this process is at, and the process ends where that takes longer than `limit`."""
    global _tell, _limit
    _tell, _limit = tell, limit
    if hasattr(signal, "SIGPROF"):
        signal.signal(signal.SIGPROF, signal.SIG_DFL)


def at(path: str) -> None:
    """The analysis turns to a file; an empty path: to all of them together, which has no limit."""
    global _since
    if _tell is not None:
        _tell(path)
        _since = time.process_time()
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_PROF, _limit if path else 0)


def late() -> bool:
    """Whether what the analysis is at has taken so long that the process is about to be ended."""
    return _tell is not None and time.process_time() - _since > SOON * _limit


def timed_out(exitcode: int | None) -> bool:
    """Whether a process ended with this code because something took too long."""
    return exitcode is not None and hasattr(signal, "SIGPROF") and exitcode == -signal.SIGPROF
