"""Processes that work for this one: how many can run at once, whether this one can be copied, and what is used of
them, as `multiprocessing` has it. Importing that takes so long that a copy which shall begin early does without."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import Any, Protocol


class Process(Protocol):
    """What is used of a `multiprocessing.Process`."""

    @property
    def exitcode(self) -> int | None: ...
    def kill(self) -> None: ...
    def join(self) -> None: ...


class Pipe(Protocol):
    """What is used of a connection to another process."""

    def send(self, words: Any, /) -> None: ...
    def recv(self) -> Any: ...
    def poll(self, seconds: float, /) -> bool: ...
    def fileno(self) -> int: ...
    def close(self) -> None: ...


class Copy:
    """A copy of this process, handled as a `multiprocessing.Process` is."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.exitcode: int | None = None

    def kill(self) -> None:
        if self.exitcode is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    def join(self) -> None:
        if self.exitcode is None:
            self.exitcode = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


class Talk:
    """This end of a talk between two processes, as `multiprocessing.Pipe` gives it. fileno: where the other arrives."""

    def __init__(self, reading: int, writing: int) -> None:
        from multiprocessing.connection import Connection

        self._reading: Connection[Any, Any] = Connection(reading, writable=False)
        self._writing: Connection[Any, Any] = Connection(writing, readable=False)
        self.recv, self.poll, self.fileno = self._reading.recv, self._reading.poll, self._reading.fileno
        self.send = self._writing.send

    def close(self) -> None:
        self._reading.close()
        self._writing.close()


def processors() -> int:
    """How many processes can run at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def may_fork() -> bool:
    """Whether a copy of this process can go on: with other threads in it, it can't."""
    import threading

    return sys.platform != "win32" and hasattr(os, "fork") and threading.active_count() == 1
