"""Does the virtual clock work here? Asked once per process, before the first case, in a few milliseconds."""

from __future__ import annotations

import asyncio
import threading
import time
from typing import Final

from ..contracts import ErrpactError
from . import clock, clock_running
from .clock import Clock

WAIT: Final = 5.0
"""Seconds to skip; where that fails, they are waited for."""


class ClockBroken(ErrpactError):
    """Waits cannot be skipped on this Python, so that a check would take hours."""


def run() -> None:
    """Wait in each way. Raises ClockBroken."""
    for name, wait in (("time.sleep", _sleep), ("Event.wait", _event), ("asyncio", _loop)):
        current = Clock()
        begin = clock.REAL.monotonic()
        with clock_running.running(current):
            wait()
        real, skipped = clock.REAL.monotonic() - begin, current.offset - current.start
        if real >= WAIT or abs(skipped - WAIT) > 0.5:
            raise ClockBroken(
                f"the virtual clock cannot skip {name} on this Python (skipped {skipped:.1f} of {WAIT:g} s in "
                f"{real:.1f} s); please report it with your Python's version"
            )


def _sleep() -> None:
    time.sleep(WAIT)


def _event() -> None:
    threading.Event().wait(WAIT)


def _loop() -> None:
    loop = asyncio.new_event_loop()
    try:
        loop.run_until_complete(asyncio.sleep(WAIT))
    finally:
        loop.close()
