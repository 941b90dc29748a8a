"""Processes that work for this one: how many can run at once, whether this one can be copied, and what is used of
them, as `multiprocessing` has it. Importing that takes so long that a copy which shall begin early does without."""

from __future__ import annotations

import os
import pickle
import select
import signal
import sys
from contextlib import suppress
from typing import Any, Final, Protocol

LENGTH: Final = 8
"""Bytes that say how long a message is."""


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
    """This end of a talk between two processes over two pipes, as `multiprocessing.Pipe` gives it: a message is its
    length and what `pickle` makes of it."""

    def __init__(self, reading: int, writing: int) -> None:
        self._reading = reading
        self._writing = writing

    def send(self, words: Any, /) -> None:
        said = pickle.dumps(words, pickle.HIGHEST_PROTOCOL)
        rest = memoryview(len(said).to_bytes(LENGTH, "big") + said)
        while rest:
            rest = rest[os.write(self._writing, rest) :]

    def recv(self) -> Any:
        """Raises EOFError where the other end is closed."""
        length = int.from_bytes(self._read(LENGTH), "big")
        return pickle.loads(self._read(length))  # noqa: S301 - from a copy of this process

    def _read(self, length: int) -> bytes:
        parts: list[bytes] = []
        while length:
            parts.append(os.read(self._reading, min(length, 1 << 20)))
            if not parts[-1]:
                raise EOFError
            length -= len(parts[-1])
        return b"".join(parts)

    def poll(self, seconds: float, /) -> bool:
        arrives = select.poll()
        arrives.register(self._reading, select.POLLIN)
        return bool(arrives.poll(seconds * 1000))

    def fileno(self) -> int:
        """Where the other's words arrive."""
        return self._reading

    def close(self) -> None:
        os.close(self._reading)
        os.close(self._writing)


def processors() -> int:
    """How many processes can run at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def may_fork() -> bool:
    """Whether a copy of this process can go on: with other threads in it, it can't."""
    import threading

    return sys.platform != "win32" and hasattr(os, "fork") and threading.active_count() == 1
