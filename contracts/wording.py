"""Numbers as people write them, and names as they choose them."""

from __future__ import annotations

import re


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 file`, `2 files`, `1 entry`, `2 entries`. many: where it isn't `one` and an s."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def duration(seconds: float | None) -> str:
    """Seconds in the largest unit that divides them: `24 h`, `30 min`, `3 s`."""
    if seconds is None:
        return "?"
    for size, unit in ((3600, "h"), (60, "min")):
        if seconds and seconds % size == 0:
            return f"{seconds / size:g} {unit}"
    return f"{seconds:g} s"


def names_state(name: str) -> bool:
    """Whether a name of some data says that they tell how far something has come."""
    return re.search(r"(?i)status|state(?!ment)|pending|settled|estado|situa", name) is not None
