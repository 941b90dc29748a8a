"""Put a virtual clock in force.

While a case runs, `time.sleep`, `threading.Event.wait(timeout)` and the timers of event loops advance the offset;
`time.monotonic`, `time.time` and their kin show it. Outside of a case nothing is replaced (a replaced `time.time` is a
trap for libraries that patch C clocks), except that event loops keep the offset they have seen, so that their time
never runs backwards.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from typing import Any, Final

from . import clock, clock_functions, clock_loops, clock_scan, clock_trio, clock_wall
from .clock import Clock

# What is replaced is known to the type checker as functions, which nobody may assign to.
_TIME: Final[Any] = time
_EVENT: Final[Any] = threading.Event


def install_early() -> None:
    """Replace `time.sleep` for the whole process, so that `def f(sleep=time.sleep)` in code imported later gets ours.
    It sleeps for real outside of a case."""
    clock.STATE.early = True
    _TIME.sleep = clock_functions.sleep


@contextlib.contextmanager
def running(current: Clock) -> Iterator[Clock]:
    """Put a clock in force. Raises RuntimeError if one is already."""
    if clock.active() is not None:
        raise RuntimeError("a virtual clock is in force already: one case at a time")
    current.start = clock.skipped()
    clock_loops.install()
    clock_trio.install()
    with clock_wall.moving() as current.shift_wall, clock_scan.patched(wall=current.shift_wall is None):
        _EVENT.wait = clock_functions.event_wait
        clock.STATE.active = current
        try:
            yield current
        finally:
            clock.STATE.active = None
            _EVENT.wait = clock.REAL.event_wait
