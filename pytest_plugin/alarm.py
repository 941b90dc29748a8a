"""The alarm: it stops a client that hangs, by the signal, where nobody else uses it."""

from __future__ import annotations

import gc
import signal
import sys
import threading
import weakref
from types import FrameType
from typing import Final

from . import clock, hanging
from .clock import Stopped
from .hanging import Patience
from .insist import Insistence

AGAIN: Final = 0.2
"""Real seconds after which a client is stopped once more that went on."""
TAKING: Final = frozenset({"__enter__", "__exit__", "acquire", "release", "lock_data", "unlock_data"})
"""Functions in which a lock is taken or let go; the last two are those of coverage, which runs amid any code that it
measures. An exception that falls into one of them leaves the lock taken for good, and whoever wants it next (a
finalizer that closes the client's connections, the measuring of the next file) waits for it without end."""
NEAR: Final = 3
"""How many of the innermost calls are looked at: a context manager made of a generator has two of its own."""
FINALIZERS: Final = frozenset({weakref.__file__, sys.modules["_weakrefset"].__file__})
"""Files whose functions run when an object is gone: an exception that falls into one of them is lost, and complained
of."""
SPARED: Final = 50
"""How often a client is let go on for that."""


class Alarm:
    """Stops a hanging client in the main thread, where no one else uses the alarm signal."""

    armed: bool = False
    hurried: bool = False

    def __init__(self, patience: Patience) -> None:
        self.patience = patience
        self.begin = 0.0
        self.spared = 0
        self.stops = 0
        self.insistence = Insistence(None, _takes_a_lock)

    @classmethod
    def hurry(cls) -> None:
        """Stop the client now, unless its next wait does. Again and again: an exception that falls into a finalizer
        is lost."""
        if cls.armed and not cls.hurried:
            cls.hurried = True
            signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)

    @classmethod
    def rest(cls) -> None:
        """Stop stopping."""
        if cls.armed:
            cls.armed = False
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, signal.SIG_DFL)

    def __enter__(self) -> None:
        if (
            threading.current_thread() is threading.main_thread()
            and hasattr(signal, "setitimer")
            and signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
            and signal.getitimer(signal.ITIMER_REAL)[0] == 0.0
        ):
            signal.signal(signal.SIGALRM, self._stop)
            Alarm.armed, Alarm.hurried = True, False
            self.insistence = Insistence(sys._getframe(1), _takes_a_lock)
            self.begin = clock.REAL.monotonic()
            pause = self.patience.pause
            signal.setitimer(signal.ITIMER_REAL, pause, min(pause, AGAIN))

    def __exit__(self, *_: object) -> None:
        Alarm.rest()
        self.insistence.end()

    def _stop(self, _: int, frame: FrameType | None) -> None:
        elapsed = clock.REAL.monotonic() - self.begin
        if not Alarm.armed or not (Alarm.hurried or self.patience.over(elapsed, lambda: hanging.running(frame))):
            return
        if self.spared < SPARED and (_takes_a_lock(frame) or _finalizes(frame)):
            self.spared += 1
            return
        self.stops += 1
        if self.stops > 1:  # it has swallowed the first
            self.insistence.begin(frame)
        raise Stopped(f"no end after {elapsed:.1f} s")


def _takes_a_lock(frame: FrameType | None) -> bool:
    """Whether the code that was interrupted is about to take a lock or to let one go."""
    for _ in range(NEAR):
        if frame is None:
            return False
        if frame.f_code.co_name in TAKING:
            return True
        frame = frame.f_back
    return False


def _finalizes(frame: FrameType | None) -> bool:
    """Whether the code that was interrupted runs because an object is gone."""
    callbacks = {getattr(each, "__code__", None) for each in gc.callbacks}
    while frame is not None:
        code = frame.f_code
        if code.co_name == "__del__" or code.co_filename in FINALIZERS or code in callbacks:
            return True
        frame = frame.f_back
    return False
