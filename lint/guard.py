"""Files that would kill or stall the parser, told from their tokens before it sees them. Pure.

libcst's native parser ends the process on absurd nesting, and takes time quadratic in the length of a chain of
operators. Strings and comments don't count: a docstring may hold what it likes.
"""

from __future__ import annotations

import re
from typing import Final

DEPTH: Final = 190
LINKS: Final = 500
"""Brackets inside brackets, and operators in a row, that no program written by hand comes near."""

_TOKEN: Final = re.compile(
    rb"(?P<skip>#[^\n]*"
    rb'|[rbufRBUF]{0,2}(?:"""(?:[^\\]|\\.)*?"""|\'\'\'(?:[^\\]|\\.)*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\')'
    rb"|\\\r?\n)"
    rb"|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<line>\n)|(?P<reset>[,;])"
    rb"|(?P<link>\*\*|//|<<|>>|->|[-+*/%@|&^~<>.]|[=!]=|\b(?:not|and|or|if|lambda|await|in|is|for)\b)",
    re.DOTALL,
)


class Absurd(ValueError):
    """A file that would kill the parser."""


def refuse_absurd(data: bytes) -> None:
    """Raise Absurd for nesting or chains beyond reason."""
    links = [0]
    for match in _TOKEN.finditer(data):
        kind = match.lastgroup
        if kind == "open":
            links[-1] += 1
            links.append(0)
            if len(links) > DEPTH:
                raise Absurd(f"{len(links)} brackets deep")
        elif kind == "close":
            if len(links) > 1:
                links.pop()
        elif kind == "reset" or (kind == "line" and len(links) == 1):
            links[-1] = 0
        elif kind == "link":
            links[-1] += 1
        if links[-1] > LINKS:
            raise Absurd(f"more than {LINKS} operators in a row")
    _refuse_elifs(data)


def _refuse_elifs(data: bytes) -> None:
    run = 0
    for line in data.split(b"\n"):
        word = line.lstrip()[:5]
        run = run + 1 if word == b"elif " else (0 if word.startswith(b"if ") else run)
        if run > LINKS:
            raise Absurd(f"more than {LINKS} elif in a row")
