"""What stands for `time.sleep`, `Event.wait` and the clocks of `time` while a case runs."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Final

from . import clock


def sleep(seconds: float) -> None:
    """`time.sleep`: advances the clock in force; sleeps for real without one."""
    current = clock.active()
    if current is None or threading.current_thread() in clock.EXEMPT:
        clock.REAL.sleep(seconds)
        return
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    if threading.current_thread() in clock.LEFT:
        clock.REAL.sleep(min(seconds, clock.NUDGE))
        return
    current.sleep(seconds)
    # Other threads get their turn, as in a real sleep.
    clock.REAL.sleep(0)


def event_wait(self: threading.Event, timeout: float | None = None) -> bool:
    """`Event.wait(timeout)` as an interruptible sleep. `Condition.wait` stays real: futures wait for work."""
    current = clock.active()
    if current is None or timeout is None or threading.current_thread() in clock.EXEMPT:
        return bool(clock.REAL.event_wait(self, timeout))
    if threading.current_thread() in clock.LEFT:
        return bool(clock.REAL.event_wait(self, min(timeout, clock.NUDGE)))
    end = None if current.alone else current.now() + timeout
    if current.settle(lambda: bool(clock.REAL.event_wait(self, min(clock.GRACE, max(timeout, 0.0))))):
        return True
    if timeout > 0 and not self.is_set():
        if end is not None and clock.active() is not current:
            return bool(clock.REAL.event_wait(self, min(timeout, clock.NUDGE)))  # left behind, as in `Clock.sleep`
        current.advance(timeout, until=end)
    return self.is_set()


def _shifted(name: str) -> Callable[[], Any]:
    real = getattr(clock.REAL, name)
    wall = name in WALL
    unit = 1_000_000_000 if name.endswith("_ns") else 1

    def now() -> Any:
        current = clock.active()
        if current is None:
            return real()
        if wall and current.shift_wall is not None:
            return real()  # something moves the real one
        # The wall clock starts each case in the present; the others never go back.
        shift = current.offset - current.start if wall else current.offset
        return real() + (shift if unit == 1 else int(shift * unit))

    now.__name__ = now.__qualname__ = real.__name__
    return now


WALL: Final = ("time", "time_ns")
"""Those that `clock_wall` moves too, where it can."""
FAKES: Final[dict[str, tuple[Any, Any]]] = {
    "sleep": (clock.REAL.sleep, sleep),
    **{
        name: (getattr(clock.REAL, name), _shifted(name))
        for name in (*WALL, "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns")
    },
}
"""Name in `time` → the real function and ours."""
