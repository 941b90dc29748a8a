"""Where a client was when it was stopped: files and lines, no values."""

from __future__ import annotations

import os
import site
import sysconfig
from collections.abc import Iterable, Iterator
from types import FrameType, TracebackType
from typing import Any, Final

_OURS: Final = os.path.dirname(os.path.abspath(__file__)) + os.sep
_LIBRARIES: Final = tuple(
    folder + os.sep for folder in (*site.getsitepackages(), sysconfig.get_path("stdlib"), sysconfig.get_path("purelib"))
)


def raised(trace: TracebackType | None) -> str:
    """The place where an exception of ours fell into the client; empty where none is known."""
    return _innermost(_frames(trace))


def waiting(coroutine: Any) -> str:
    """The place where a coroutine waits; empty for one that has ended."""
    return _innermost(_awaited(coroutine))


def _frames(trace: TracebackType | None) -> Iterator[tuple[FrameType, int]]:
    while trace is not None:
        yield trace.tb_frame, trace.tb_lineno
        trace = trace.tb_next


def _awaited(coroutine: Any) -> Iterator[tuple[FrameType, int]]:
    while coroutine is not None:
        frame = getattr(coroutine, "cr_frame", None) or getattr(coroutine, "gi_frame", None)
        if frame is not None:
            yield frame, frame.f_lineno
        coroutine = getattr(coroutine, "cr_await", None) or getattr(coroutine, "gi_yieldfrom", None)


def _innermost(frames: Iterable[tuple[FrameType, int]]) -> str:
    """The innermost frame of the client's own code, else of a library that it uses."""
    others = [(f, line) for f, line in frames if not os.path.abspath(f.f_code.co_filename).startswith(_OURS)]
    own = [(f, line) for f, line in others if not f.f_code.co_filename.startswith(_LIBRARIES)]
    for frame, line in (own or others)[-1:]:
        path = frame.f_code.co_filename
        beside = os.path.relpath(path) if path.startswith(os.getcwd() + os.sep) else path
        return f"{beside}:{line} in {frame.f_code.co_name}"
    return ""
