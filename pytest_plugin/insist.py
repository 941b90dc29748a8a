"""Stop a client that swallows what stops it (`except BaseException: pass` in a loop).

An exception that falls into the body of such a `try` is lost, however often it comes. So the functions that it falls
into are watched: where one of them goes on with its lines though it handles that exception no more, it has swallowed
it, and gets it there once more, outside of that `try` by then.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from types import CodeType, FrameType
from typing import Any

from .clock import Stopped


class Insistence:
    """Watches the functions of one call. outside: the one that called it, which is none of them. spare: whether a place
    is no good for an exception."""

    def __init__(self, outside: FrameType | None, spare: Callable[[FrameType], bool]) -> None:
        self._outside = outside
        self._spare = spare
        self._tried: set[tuple[CodeType, int]] = set()
        self._fell: FrameType | None = None  # where an exception fell in, and its `except` has not begun yet
        self._before: tuple[Any, Any] | None = None

    def begin(self, frame: FrameType | None) -> None:
        """Watch the functions that run now; what stops them is raised next."""
        if self._before is None:
            self._before = (sys.gettrace(), sys.getprofile())
        for one in self._of_call(frame):
            one.f_trace = self._look
        sys.settrace(self._enter)
        sys.setprofile(self._again)

    def end(self) -> None:
        """Watch no more."""
        if self._before is not None:
            (trace, profile), self._before = self._before, None
            sys.settrace(trace)
            sys.setprofile(profile)

    def _of_call(self, frame: FrameType | None) -> Iterator[FrameType]:
        while frame is not None and frame is not self._outside:
            yield frame
            frame = frame.f_back

    def _enter(self, frame: FrameType, event: str, arg: Any) -> None:
        """What is called from here on is not watched."""

    def _again(self, frame: FrameType, event: str, arg: Any) -> None:
        """Go on watching: Python gives that up where the watcher raises."""
        if self._before is not None and sys.gettrace() is None:
            sys.settrace(self._enter)

    def _look(self, frame: FrameType, event: str, arg: Any) -> Any:
        begins, self._fell = self._fell is frame, frame if event == "exception" else None
        if event != "line" or begins or _handled():
            return self._look
        place = (frame.f_code, frame.f_lineno)
        if place not in self._tried and not self._spare(frame):
            self._tried.add(place)
            raise Stopped("it swallowed what stopped it")
        return self._look


def _handled() -> bool:
    """Whether what stopped the client is being handled, or an error that came of it."""
    error = sys.exc_info()[1]
    while error is not None:
        if isinstance(error, Stopped):
            return True
        error = error.__context__
    return False
