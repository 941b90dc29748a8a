"""A line of a log that holds a reply somewhere inside: where, so that the user can say it."""

# No `from __future__ import annotations`, as in the modules beside.

import re
from collections.abc import Iterator
from typing import Any, Final

from .checker import Checker
from .records import http_status, parsed

DEPTH: Final = 3
NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,31}")
"""Names that may be shown: what else stands as a key may be somebody's data."""
STATUSES: Final = ("status", "status_code", "statusCode", "http_status", "http_code", "code")


def hint(checker: Checker, value: Any) -> str | None:
    """How to say where the reply stands in a value that is none itself; None where it holds none that is sure to be
    the provider's: one with a documented code, in its documented shape."""
    if not isinstance(value, dict) or checker.has_code(value):
        return None
    found = next(
        ((p, around) for p, inner, around in _inside(value) if checker.has_code(inner) and checker.valid(inner)), None
    )
    if found is None:
        return None
    body, around = found
    status = next((f"{p}/{n}" for p, outer in around for n in STATUSES if http_status(outer.get(n)) is not None), None)
    how = f"--body {body}" + (f" --status {status}" if status else "")
    return f"this is no reply of {checker.contract.provider}, but holds one: pass {how}"


Around = tuple[tuple[str, dict[str, Any]], ...]


def _inside(value: dict[str, Any], pointer: str = "", around: Around = ()) -> Iterator[tuple[str, Any, Around]]:
    """Each object inside, with its pointer and the objects around it, innermost first."""
    around = ((pointer, value), *around)
    if len(around) > DEPTH:
        return
    for name, item in value.items():
        inner = parsed(item) if isinstance(item, str) and item.startswith("{") else item
        if isinstance(inner, dict) and NAME.fullmatch(name):
            yield f"{pointer}/{name}", inner, around
            if inner is item:
                yield from _inside(inner, f"{pointer}/{name}", around)
