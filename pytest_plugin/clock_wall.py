"""The wall clock of C code: with time-machine (`errpact[clock]`) `datetime.now()`, `date.today()` and `time.gmtime()`
move along; without it only `time.time()` does.

time-machine patches the C functions themselves, so whoever holds them is reached. It owns `time.time` then: replacing
that by a Python function and travelling afterwards ends the process.
"""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import cache
from types import ModuleType
from typing import Any, Final

WANTED: Final = 'datetime.now() does not move with the virtual clock: pip install "errpact[clock]"'
READERS: Final = frozenset({"now", "utcnow", "today", "gmtime", "localtime"})


@cache
def backend() -> ModuleType | None:
    """time-machine, if it is installed."""
    try:
        return importlib.import_module("time_machine")
    except ImportError:
        return None


@contextlib.contextmanager
def moving() -> Iterator[Callable[[float], object] | None]:
    """Let the wall clock of C code be moved; gives what moves it by seconds, or None where nothing can."""
    traveller, moved = _depart()
    try:
        yield None if moved is None else lambda seconds: moved.shift(float(seconds))
    finally:
        if moved is not None:
            traveller.stop()


def _depart() -> tuple[Any, Any]:
    machine = backend()
    if machine is None:
        return None, None
    traveller = machine.travel(timedelta(0), tick=True)
    try:
        return traveller, traveller.start()
    except RuntimeError:
        # freezegun is at work in the consumer's test: two cannot have the clock.
        return None, None


def reads_wall(error: BaseException | None) -> bool:
    """Whether a function on an exception's way reads the wall clock."""
    trace = error.__traceback__ if error is not None else None
    while trace is not None:
        if not READERS.isdisjoint(trace.tb_frame.f_code.co_names):
            return True
        trace = trace.tb_next
    return False
