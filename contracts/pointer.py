"""JSON Pointers (RFC 6901) into parsed JSON."""

from __future__ import annotations

from typing import Any, Final

MISSING: Final = object()


def at(body: Any, pointer: str) -> Any:
    """The value at a JSON Pointer, or MISSING."""
    value = body
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        if isinstance(value, dict) and name in value:
            value = value[name]
        elif (
            isinstance(value, list) and name.isascii() and name.isdigit() and len(name) < 10 and int(name) < len(value)
        ):
            value = value[int(name)]
        else:
            return MISSING
    return value
