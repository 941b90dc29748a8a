"""Who asks a port of an earlier run: what an earlier call left behind, or a client that keeps its first address?"""

from __future__ import annotations

import threading
import weakref
from dataclasses import dataclass
from typing import Final

from . import clock
from .server import Server

_STRAGGLERS: Final[weakref.WeakSet[threading.Thread]] = weakref.WeakSet()
"""Threads that asked an old port alone while a call asked the present one."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An old port that a call asked which asked no other. sure: its own thread did, or one that it started; a thread
    from before may be a client's for the whole process, or left behind."""

    port: int
    sure: bool


class Watch:
    """Hears of each port that is asked during one run. The waits of a thread that asks an old one don't count, until it
    asks the present one. late: the old ports that were asked."""

    def __init__(self, server: Server) -> None:
        self.late: list[int] = []
        self._server = server
        self._caller = threading.current_thread()
        self._before = weakref.WeakSet(threading.enumerate())
        self._old: dict[threading.Thread, int] = {}
        self._present: set[threading.Thread] = set()
        clock.LEFT.clear()

    def __call__(self, port: int) -> None:
        thread = threading.current_thread()
        if self._server.was(port):
            self.late.append(port)
            self._old.setdefault(thread, port)
            if thread is not self._caller:
                clock.LEFT.add(thread)
        elif port == self._server.port:
            self._present.add(thread)
            clock.LEFT.discard(thread)

    def remember(self) -> None:
        """The call asked the present port: threads that asked old ones alone are no part of it."""
        _STRAGGLERS.update(self._old.keys() - self._present - {self._caller})

    def kept(self) -> Kept | None:
        """The old port that the call may have asked, if nobody else is known to have."""
        own = [port for thread, port in self._old.items() if thread is self._caller or thread not in self._before]
        others = [port for thread, port in self._old.items() if thread not in _STRAGGLERS]
        return next((Kept(port, bool(own)) for port in (*own, *others)), None)
