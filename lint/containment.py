"""A fault of errpact's own costs what it happened at, not the run: it becomes an internal error, the rest stands."""

from __future__ import annotations

import os
import traceback
from collections.abc import Container
from types import TracebackType
from typing import Any, Final

from .finding import InternalError

LONGEST: Final = 200
"""Characters of an exception's text that are shown: enough to tell two faults apart."""


def internal_error(what: str, exc: BaseException, paths: Container[str], path: str = "") -> InternalError:
    """A fault as what the user is told. what: the rule or stage. paths: the project's files. path: the file that it
    happened at, if that is known; else what the exception's way was looking at."""
    if os.environ.get("ERRPACT_DEBUG"):
        traceback.print_exception(exc)
    text = f"{type(exc).__name__}: {exc}"
    return InternalError(what, path or file_at_hand(exc.__traceback__, paths), text[:LONGEST])


def file_at_hand(trace: TracebackType | None, paths: Container[str]) -> str:
    """The file that the innermost function with a place of the project in its hands was at; empty if none was."""
    for frame, _ in reversed(list(traceback.walk_tb(trace))):
        for value in reversed(list(frame.f_locals.values())):
            if (found := _file(value)) and found in paths:
                return found
    return ""


def _file(value: Any) -> str:
    """The file of a place, or of anything that has a place or a root."""
    value = getattr(value, "site", None) or getattr(getattr(value, "run", value), "root", value)
    value = getattr(value, "path", value)
    if isinstance(value, tuple) and value:
        value = value[0]
    return value if isinstance(value, str) else ""
