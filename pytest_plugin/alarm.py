"""The alarm: it stops a client that hangs, by the signal, where nobody else uses it."""

from __future__ import annotations

import signal
import threading

from .clock import Stopped


class Alarm:
    """Stops a hanging client in the main thread, where no one else uses the alarm signal."""

    armed: bool = False

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    @classmethod
    def hurry(cls) -> None:
        """Stop the client now, unless its next wait does. Again and again: an exception that falls into a finalizer
        is lost."""
        if cls.armed:
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
            Alarm.armed = True
            signal.setitimer(signal.ITIMER_REAL, self.seconds, 0.2)

    def __exit__(self, *_: object) -> None:
        Alarm.rest()

    def _stop(self, *_: object) -> None:
        if Alarm.armed:
            raise Stopped(f"no end after {self.seconds:g} s")
