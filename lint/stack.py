"""Room for deep calls.

CPython keeps the frames of Python functions in chunks of 16 KiB, taken from the operating system when a call needs one
and given back when that call returns. A loop whose calls happen to cross the end of a chunk pays for that each time:
the analysis of one project has spent a quarter of its time so. A frame that asks for much gets a chunk of its own, and
what that frame leaves of it serves all calls below.
"""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import Any, Final, TypeVar

T = TypeVar("T")

WORDS: Final = 70_000
"""Little more than 512 KiB: the chunk is 1 MiB then, the next power of two, of which almost half is left. Of either
half only the pages that are used are ever there."""


def _called(call: Callable[..., Any], *args: Any) -> Any:
    return call(*args)


_ROOMY: Final = FunctionType(_called.__code__.replace(co_stacksize=WORDS), globals())


def with_room(call: Callable[..., T], *args: Any) -> T:
    """Call a function; the Python calls that it makes, some hundreds deep, share one chunk."""
    result: T = _ROOMY(call, *args)
    return result
