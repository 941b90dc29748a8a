"""Text that others wrote, made harmless for a terminal: from source, contracts, paths and payloads."""

from __future__ import annotations

import re
from typing import Final

_CONTROL: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)  # fmt: skip


def clean(text: str) -> str:
    """Control and direction characters as \\x1b, line ends too."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def clean_lines(text: str) -> str:
    """The same line by line: line ends stay."""
    return "\n".join(clean(line) for line in text.split("\n"))


def control(text: str) -> str | None:
    """The first character, shown harmless, that steers a terminal or the direction of the text; None if there is none.
    Line ends and tabs are none."""
    found = _CONTROL.search(text)
    return clean(found[0]) if found else None
