"""`survive`: did the client crash, or did it raise on purpose?

A crash is a lookup, cast, call or JSON error, or a model that a body doesn't fit, that no `raise` of the client's
raised: the innermost frame says so.
"""

from __future__ import annotations

import dis
import json
import sysconfig
from functools import lru_cache
from types import CodeType
from typing import Final

CRASHES: Final = (LookupError, TypeError, AttributeError, ValueError, ArithmeticError, NameError, RuntimeError)
_STDLIB: Final = tuple({sysconfig.get_path(name) for name in ("stdlib", "platstdlib")})
_SITE: Final = ("site-packages", "dist-packages")
HTTP_LIBRARIES: Final = ("requests", "urllib3", "httpx", "httpcore", "aiohttp", "simplejson", "orjson", "ujson")
MODEL_LIBRARIES: Final = ("pydantic", "pydantic_core", "msgspec", "cattrs", "marshmallow")
"""Libraries that make models of bodies; a body that doesn't fit ends in an exception of theirs."""


def crashed(error: BaseException) -> bool:
    """Whether an exception that left the client is a crash."""
    if isinstance(error, json.JSONDecodeError):
        return not _by_client(error)
    if type(error).__module__.partition(".")[0] in MODEL_LIBRARIES:
        return not _by_client(error)
    if type(error).__module__ != "builtins" or not isinstance(error, CRASHES):
        return False
    return not _by_client(error)


def lacked(error: BaseException) -> set[str]:
    """The names of what a lookup or a model didn't find in a body."""
    if isinstance(error, KeyError) and error.args:
        return {str(error.args[0])}
    return {name for name, missing in _problems(error) if missing}


def refused(error: BaseException) -> set[str]:
    """The names of what a model found in a body and didn't take."""
    return {name for name, missing in _problems(error) if not missing}


def _problems(error: BaseException) -> list[tuple[str, bool]]:
    """What a model of pydantic's complains of: the last name on the way there, and whether nothing was there."""
    problems = getattr(error, "errors", None)
    if not type(error).__module__.startswith("pydantic") or not callable(problems):
        return []
    found = [(problem["loc"], problem["type"]) for problem in problems()]
    return [(str(where[-1]), what in ("missing", "value_error.missing")) for where, what in found if where]


def _by_client(error: BaseException) -> bool:
    """Whether a `raise` statement outside of the standard library and the HTTP libraries raised it."""
    trace = error.__traceback__
    if trace is None:
        return False
    while trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_code
    return not _is_library(code.co_filename) and _raises(code, trace.tb_lasti)


def _is_library(filename: str) -> bool:
    if any(part in filename for part in _SITE):
        return any(f"/{name}/" in filename for name in (*HTTP_LIBRARIES, *MODEL_LIBRARIES))
    return filename.startswith((*_STDLIB, "<frozen"))


def _raises(code: CodeType, offset: int) -> bool:
    return _instructions(code).get(offset) == "RAISE_VARARGS"


@lru_cache(maxsize=256)
def _instructions(code: CodeType) -> dict[int, str]:
    return {i.offset: i.opname for i in dis.get_instructions(code)}


def place(error: BaseException) -> str:
    """Where an exception was raised: `file:line`, the file's name only."""
    trace = error.__traceback__
    inner = None
    while trace is not None:
        if not trace.tb_frame.f_code.co_filename.startswith(_STDLIB):
            inner = trace
        trace = trace.tb_next
    if inner is None:
        return "?"
    return f"{inner.tb_frame.f_code.co_filename.rpartition('/')[2]}:{inner.tb_lineno}"
