"""The virtual clock in asyncio: one class-level patch of the event loop, the only place that needs asyncio's private
names (`_run_once`, `_scheduled`, `_ready`, `_selector`). Works under `asyncio.run`, pytest-asyncio and anyio.

A loop with nothing ready and a timer in the future jumps to that timer, but only when our server says that nothing is
in flight. Loops of other makes (uvloop) only get `asyncio.sleep`.
"""

from __future__ import annotations

import asyncio
import asyncio.base_events as base
import heapq
from typing import Any, Final

from . import clock

_LOOP: Final[Any] = base.BaseEventLoop
_RUN_ONCE: Final[Any] = getattr(_LOOP, "_run_once", None)
_SLEEP: Final = asyncio.sleep
PATIENCE: Final = 50
"""How often to look again while the loop's thread pool works, before its timers are skipped all the same."""
_NEEDED: Final = ("_ready", "_scheduled", "_stopping", "_timer_cancelled_count")


def supported() -> bool:
    """Whether this Python's event loop has the private parts that jumping needs."""
    return _RUN_ONCE is not None and all(name in _LOOP.__init__.__code__.co_names for name in _NEEDED)


def install() -> None:
    """Patch the loop class once; without a clock in force the patch costs one attribute look-up."""
    if asyncio.sleep is not _foreign_sleep:
        asyncio.sleep = _foreign_sleep
    if supported() and _LOOP._run_once is _RUN_ONCE:
        _LOOP._run_once = _run_once
        _LOOP.time = _time


def _time(self: Any) -> float:
    """A loop keeps the offset that it has seen: its time never runs backwards."""
    return float(clock.REAL.monotonic()) + clock.skipped()


def _run_once(self: Any) -> None:
    while (current := clock.active()) and not (current.over or self._ready or self._stopping) and self._scheduled:
        # Events may turn out to concern nobody any more: look again, lest the loop blocks for real.
        if not _jump(self, current):
            break
    _RUN_ONCE(self)


def _jump(loop: Any, current: clock.Clock) -> bool:
    """Go to the next timer unless something happens first; whether something did."""
    scheduled = loop._scheduled
    while scheduled and scheduled[0]._cancelled:
        loop._timer_cancelled_count -= 1
        heapq.heappop(scheduled)._scheduled = False
    # At the end of asyncio.run a long timer watches over the executor's threads: leave it alone.
    if not scheduled or getattr(loop, "_executor_shutdown_called", False):
        return False
    if scheduled[0]._when - loop.time() <= 0:
        return False
    events = loop._selector.select(0)
    while not events and current.quiesce():
        events = loop._selector.select(0)
    for _ in range(PATIENCE):
        if events or not _executor_busy(loop):
            break
        events = loop._selector.select(clock.GRACE)
    if events:
        loop._process_events(events)
        return True
    current.advance(scheduled[0]._when - loop.time())
    return False


def _executor_busy(loop: Any) -> bool:
    """Whether the loop's own thread pool works (a DNS lookup, a call in a thread)."""
    executor = getattr(loop, "_default_executor", None)
    if executor is None:
        return False
    idle = getattr(executor, "_idle_semaphore", None)
    return executor._work_queue.qsize() > 0 or (idle is not None and idle._value < len(executor._threads))


async def _foreign_sleep(delay: float, result: Any = None) -> Any:
    """`asyncio.sleep` for loops that the patch does not reach."""
    current = clock.active()
    if current is None or current.over or delay <= 0 or (supported() and isinstance(asyncio.get_running_loop(), _LOOP)):
        return await _SLEEP(delay, result)
    while current.quiesce():
        await _SLEEP(0)
    current.advance(delay)
    return await _SLEEP(0, result)
