"""The virtual clock: the real clock plus an offset, never frozen. A sleep moves the offset and returns at once.

This is its state; `clock_running` puts it in force, and what is put in place is in `clock_functions` (sleeps and
clocks), `clock_loops` (asyncio), `clock_trio` and `clock_wall` (`datetime.now`).
"""

from __future__ import annotations

import threading
import time
import weakref
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Final

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
NUDGE: Final = 0.05
"""Real seconds that a wait of a thread takes that an earlier run left behind: it may come to its end, and keeps
nobody busy."""
GRACE: Final = 0.002
"""Real seconds to look whether another thread of the client is about to act, before a wait is skipped."""


TURNS: Final = 5
"""How often a thread that sleeps looks whether others are to wake before it."""


EXCLUDED: Final = frozenset(
    [
        "_pytest",
        "asyncio",
        "concurrent",
        "errpact",
        "execnet",
        "hypothesis",
        "pluggy",
        "pytest",
        "queue",
        "selectors",
        "socketserver",
        "threading",
        "xdist",
    ]
)
"""Packages that must stay on the real clock: durations, deadlines, locks."""


MAX_WAITS: Final = 100_000
"""Waits after which a client is taken to wait without end: a heartbeat of a second may beat for a day."""
LONGEST: Final = 100 * 365.25 * 86_400
"""Seconds of waiting in one case after which a client is taken not to give up: each of its waits may be longer than
the last, and numbers of seconds that large can't tell three of them any more."""


class Stopped(BaseException):
    """The client was stopped: it did not give up, or it hung. Not an Exception, so that no client can swallow it.
    place: where it was, if the traceback doesn't tell."""

    place: str = ""


@dataclass
class Clock:
    """One case's clock. start: the offset when it began. waits: how many were skipped. quiesce: asks the server
    whether it did any work since the last question; while it did, nobody jumps. shift_wall: moves the
    wall clock of C code along, where something can. outlived: it was stopped because it waited too long in all.
    threads: those that there were when it began. asleep: until when which thread of the client sleeps.
    over: the call has ended, so that what it left on its loop waits for real. hurry: called before a wait stops the
    client, which may swallow that."""

    quiesce: Callable[[], bool] = lambda: False
    max_waits: int = MAX_WAITS
    start: float = 0.0
    waits: int = 0
    threads: Collection[threading.Thread] = field(default_factory=lambda: frozenset(threading.enumerate()))
    asleep: dict[int, float] = field(default_factory=dict)
    runaway: bool = False
    outlived: bool = False
    over: bool = False
    on_runaway: Callable[[], object] | None = None
    hurry: Callable[[], object] = lambda: None
    shift_wall: Callable[[float], object] | None = None

    @property
    def offset(self) -> float:
        """Virtual seconds skipped in this process so far; one number for all clocks, so that time never goes back
        for a loop that outlives a case."""
        return STATE.seen

    def now(self) -> float:
        """Virtual seconds since some fixed moment."""
        return float(REAL.monotonic()) + self.offset

    def wall(self) -> float:
        """The wall clock that the client sees: seconds since 1970. It starts each case in the present."""
        return float(REAL.time()) + (0.0 if self.shift_wall else self.offset - self.start)

    def sleep(self, seconds: float) -> None:
        """Skip a wait of one thread. Threads that sleep at the same time wake one after the other, the first one first.
        Raises Stopped where the client waits without end."""
        if self.alone:
            self.advance(seconds)
            return
        moment = self.now() + seconds
        self._take_turns(moment)
        if active() is self:
            self.advance(seconds, until=moment)
        else:
            REAL.sleep(min(seconds, NUDGE))  # its call has ended meanwhile: what comes now is left behind

    @property
    def alone(self) -> bool:
        """Whether the client has started no thread, as far as can be seen."""
        return all(each in self.threads for each in threading.enumerate())

    def _take_turns(self, moment: float) -> None:
        """Wait for real until the threads that wake earlier have done what they do then; not for long, for one may beat
        each second while this one sleeps for a day."""
        own = threading.get_ident()
        self.asleep[own] = moment
        try:
            for _ in range(TURNS):
                REAL.sleep(GRACE)
                if min(list(self.asleep.values())) >= moment and not self.quiesce():
                    return
        finally:
            self.asleep.pop(own, None)

    def settle_threads(self) -> None:
        """Let threads that the client started come to the end of the waits that they are in, and do what then comes."""
        for _ in range(0 if self.alone else 2 * TURNS):
            REAL.sleep(GRACE)
            if not self.asleep and not self.quiesce():
                return

    def advance(self, seconds: float, until: float | None = None) -> None:
        """Skip a wait; of one until a moment what is left of it. Raises Stopped where the client waits without end."""
        with _LOCK:
            if until is not None:
                seconds = max(0.0, until - self.now())
            self.outlived = self.outlived or not self.offset - self.start + seconds <= LONGEST
            if not self.outlived:
                STATE.seen += max(0.0, seconds)
                if self.shift_wall is not None:
                    self.shift_wall(max(0.0, seconds))
            self.waits += 1
        if self.waits > self.max_waits or self.outlived:
            self.runaway = True
        if self.runaway:
            if self.on_runaway is not None:
                self.on_runaway()
            else:
                self.hurry()
                raise Stopped(f"{self.waits} waits")

    def settle(self, ready: Callable[[], bool]) -> bool:
        """Wait for real while somebody still works; True if `ready` came true."""
        if ready():
            return True
        while self.quiesce():
            if ready():
                return True
        return False


class State:
    """The clock in force, the largest offset that any loop has seen, and whether `time.sleep` is ours for good."""

    active: Clock | None = None
    seen: float = 0.0
    early: bool = False


STATE: Final = State()
_LOCK: Final = threading.Lock()
EXEMPT: Final[set[threading.Thread]] = set()
"""Threads that live in real time: our server's."""
LEFT: Final[weakref.WeakSet[threading.Thread]] = weakref.WeakSet()
"""Threads that an earlier run left behind: their waits are neither served nor counted."""


def active() -> Clock | None:
    """The clock in force, or None."""
    return STATE.active


def skipped() -> float:
    """Virtual seconds skipped in this process so far."""
    return STATE.seen
