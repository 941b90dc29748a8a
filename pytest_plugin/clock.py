"""The virtual clock: the real clock plus an offset, never frozen. A sleep moves the offset and returns at once.

While a case runs (`Clock.active()`), `time.sleep`, `threading.Event.wait(timeout)` and asyncio's timers advance the
offset; `time.monotonic`, `time.time` and their kin show it. Outside of a case nothing is replaced (a replaced
`time.time` is a trap for libraries that patch C clocks), except that event loops keep the offset they have seen, so
that their time never runs backwards.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, Final

REAL: Final = SimpleNamespace(
    sleep=time.sleep,
    time=time.time,
    monotonic=time.monotonic,
    perf_counter=time.perf_counter,
    time_ns=time.time_ns,
    monotonic_ns=time.monotonic_ns,
    perf_counter_ns=time.perf_counter_ns,
    event_wait=threading.Event.wait,
)
GRACE: Final = 0.002
"""Real seconds to look whether another thread of the client is about to act, before a wait is skipped."""


class Stopped(BaseException):
    """The client was stopped: it did not give up, or it hung. Not an Exception, so that no client can swallow it."""


@dataclass
class Clock:
    """One case's clock. start: the offset when it began. waits: how many were skipped. quiesce: asks the server
    whether it did any work since the last question; while it did, nobody jumps."""

    quiesce: Callable[[], bool] = lambda: False
    max_waits: int = 2000
    start: float = 0.0
    waits: int = 0
    runaway: bool = False
    on_runaway: Callable[[], object] | None = None

    @property
    def offset(self) -> float:
        """Virtual seconds skipped in this process so far; one number for all clocks, so that time never goes back
        for a loop that outlives a case."""
        return _STATE.seen

    def now(self) -> float:
        """Virtual seconds since some fixed moment."""
        return float(REAL.monotonic()) + self.offset

    def advance(self, seconds: float) -> None:
        """Skip a wait. Raises Stopped where the client waits without end."""
        with _LOCK:
            _STATE.seen += max(0.0, seconds)
            self.waits += 1
        if self.waits > self.max_waits:
            self.runaway = True
        if self.runaway:
            if self.on_runaway is not None:
                self.on_runaway()
            else:
                raise Stopped(f"{self.waits} waits")

    def settle(self, ready: Callable[[], bool]) -> bool:
        """Wait for real while somebody still works; True if `ready` came true."""
        if ready():
            return True
        while self.quiesce():
            if ready():
                return True
        return False


class _State:
    """The clock in force and the largest offset that any loop has seen."""

    active: Clock | None = None
    seen: float = 0.0
    early: bool = False


_STATE: Final = _State()
_LOCK: Final = threading.Lock()
EXEMPT: Final[set[threading.Thread]] = set()
"""Threads that live in real time: our server's."""


def active() -> Clock | None:
    """The clock in force, or None."""
    return _STATE.active


def skipped() -> float:
    """Virtual seconds skipped in this process so far."""
    return _STATE.seen


def _sleep(seconds: float) -> None:
    clock = _STATE.active
    if clock is None or threading.current_thread() in EXEMPT:
        return REAL.sleep(seconds)  # type: ignore[no-any-return]
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    clock.advance(seconds)
    return REAL.sleep(0)  # type: ignore[no-any-return]


def _event_wait(self: threading.Event, timeout: float | None = None) -> bool:
    """`Event.wait(timeout)` as an interruptible sleep. `Condition.wait` stays real: futures wait for work."""
    clock = _STATE.active
    if clock is None or timeout is None or threading.current_thread() in EXEMPT:
        return bool(REAL.event_wait(self, timeout))
    if clock.settle(lambda: bool(REAL.event_wait(self, min(GRACE, max(timeout, 0.0))))):
        return True
    if timeout > 0:
        clock.advance(timeout)
    return self.is_set()


def _shifted(real: Callable[[], Any], *, wall: bool, unit: float) -> Callable[[], Any]:
    def now() -> Any:
        clock = _STATE.active
        if clock is None:
            return real()
        # The wall clock starts each case in the present; the others never go back.
        shift = clock.offset - clock.start if wall else clock.offset
        return real() + (shift if unit == 1 else int(shift * unit))

    now.__name__ = now.__qualname__ = real.__name__
    return now


FAKES: Final[dict[str, tuple[Any, Any]]] = {
    "sleep": (REAL.sleep, _sleep),
    **{
        name: (getattr(REAL, name), _shifted(getattr(REAL, name), wall="time" in name[:4], unit=1))
        for name in ("time", "monotonic", "perf_counter")
    },
    **{
        name: (getattr(REAL, name), _shifted(getattr(REAL, name), wall="time" in name[:4], unit=1e9))
        for name in ("time_ns", "monotonic_ns", "perf_counter_ns")
    },
}


def install_early() -> None:
    """Replace `time.sleep` for the whole process, so that `def f(sleep=time.sleep)` in code imported later gets ours.
    It sleeps for real outside of a case."""
    _STATE.early = True
    time.sleep = _sleep  # type: ignore[assignment]


@contextlib.contextmanager
def running(clock: Clock) -> Iterator[Clock]:
    """Put a clock in force. Raises RuntimeError if one is already."""
    from . import clock_loops, clock_scan

    if _STATE.active is not None:
        raise RuntimeError("a virtual clock is in force already: one case at a time")
    clock.start = _STATE.seen
    clock_loops.install()
    undo = clock_scan.patch()
    threading.Event.wait = _event_wait  # type: ignore[method-assign]
    _STATE.active = clock
    try:
        yield clock
    finally:
        _STATE.active = None
        threading.Event.wait = REAL.event_wait  # type: ignore[method-assign]
        undo()
