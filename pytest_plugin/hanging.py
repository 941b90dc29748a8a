"""Where a client was when it was stopped (files and lines, no values), and how long one is waited for.

A call that hangs costs all the patience there is. Where one of the same test module did so before, at the same line, a
later one that stands there and asks nothing is given up after a part of it; everywhere else it has its full time.
"""

from __future__ import annotations

import os
import site
import sysconfig
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import FrameType, TracebackType
from typing import Any, Final

_OURS: Final = os.path.dirname(os.path.abspath(__file__)) + os.sep
_LIBRARIES: Final = tuple(
    folder + os.sep for folder in (*site.getsitepackages(), sysconfig.get_path("stdlib"), sysconfig.get_path("purelib"))
)


PART: Final = 0.2
"""The part of the patience after which a call is given up at a place where an earlier one hung."""


@dataclass(slots=True)
class Patience:
    """How long one call is waited for. seconds: real ones, in all. known: places where an earlier call hung. asked:
    how many requests came so far, which shows that a call goes on."""

    seconds: float
    known: Mapping[str, float] = field(default_factory=dict)
    asked: Callable[[], int] = lambda: 0
    _since: float = 0.0
    _seen: int = 0

    @property
    def pause(self) -> float:
        """Real seconds between one look at the call and the next."""
        return self.seconds * PART / 4 if self.known else self.seconds

    def over(self, elapsed: float, place: Callable[[], str]) -> bool:
        """Whether a call is given up so many real seconds after its begin."""
        if elapsed >= self.seconds - 0.01:  # a timer may be early by a hair
            return True
        if (asked := self.asked()) != self._seen:
            self._seen, self._since = asked, elapsed
        return bool(self.known) and elapsed - self._since >= self.seconds * PART and place() in self.known


def running(frame: FrameType | None) -> str:
    """The place where the code runs that a signal interrupted."""
    return _innermost(reversed([*_callers(frame)]))


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


def _callers(frame: FrameType | None) -> Iterator[tuple[FrameType, int]]:
    while frame is not None:
        yield frame, frame.f_lineno
        frame = frame.f_back


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
