"""Files that a user names: read to their end, if they have one, as the text that they hold."""

from __future__ import annotations

import errno
import os
import stat
from typing import Final

StrPath = str | os.PathLike[str]
PATIENCE: Final = 3.0
"""Seconds within which somebody must begin to write into a pipe."""


def open_to_read(path: StrPath) -> int:
    """The descriptor of a file, folder or pipe. Raises OSError; also for what a reader would wait for without end: a
    device, and a pipe that nobody writes into."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        mode = os.fstat(handle).st_mode
        if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
            raise OSError(errno.EINVAL, "is a device, not a file")
        if stat.S_ISFIFO(mode):
            _await_writer(handle)
    except OSError:
        os.close(handle)
        raise
    return handle


def _await_writer(pipe: int) -> None:
    import select

    poll = select.poll()
    poll.register(pipe, select.POLLIN)
    if not poll.poll(PATIENCE * 1000):
        try:
            os.read(pipe, 1)
        except BlockingIOError:
            pass  # there is a writer, who takes his time
        else:
            raise OSError(errno.EPIPE, "is a pipe that nobody writes into")
    os.set_blocking(pipe, True)


def read(path: StrPath) -> bytes:
    """All bytes of a file or pipe. Raises OSError."""
    with open(open_to_read(path), "rb") as file:
        return file.read()


def read_text(path: StrPath) -> str:
    """A UTF-8 text, without the byte order mark that some editors write. Raises OSError, and UnicodeDecodeError for
    another encoding: UTF-16 too, whose every other byte is UTF-8's NUL."""
    data = read(path)
    if (nul := data.find(0)) >= 0:
        raise UnicodeDecodeError("utf-8", data, nul, nul + 1, "a text has no NUL")
    return data.decode("utf-8-sig")


def names_errpact(path: StrPath) -> bool:
    """Whether a file that may be there says `errpact`, in whatever encoding."""
    try:
        return b"errpact" in read(path).replace(b"\0", b"")
    except OSError:
        return False
