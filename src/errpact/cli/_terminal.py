"""Text for a terminal: its width, bold and dim, aligned columns. Plain where the output is no terminal."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Sequence
from typing import Final

MAX_WIDTH: Final = 120
MIN_ROOM: Final = 24
"""Columns that a table's last column needs at least, to stand beside the others."""


def styled() -> bool:
    """Whether escape sequences are welcome on standard output."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def bold(text: str) -> str:
    """Text in bold, where that is welcome."""
    return f"\033[1m{text}\033[0m" if styled() else text


def dim(text: str) -> str:
    """Text dimmed, where that is welcome."""
    return f"\033[2m{text}\033[0m" if styled() else text


def width() -> int:
    """Columns to write in, at most 120."""
    return min(shutil.get_terminal_size((MAX_WIDTH, 24)).columns, MAX_WIDTH)


def cut(text: str, room: int) -> str:
    """Text shortened to a number of columns on a terminal; whole where it goes into a file or a pipe."""
    if not sys.stdout.isatty() or len(text) <= room or room < 8:
        return text
    return text[: room - 1].rstrip() + "…"


def table(rows: Sequence[Sequence[str]], indent: str = "", right: frozenset[int] = frozenset()) -> str:
    """Rows in aligned columns (`right` names those that align right). The last column takes what room is left; on a
    terminal too narrow for it, it stands on a line of its own below."""
    sizes = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    room = width() - len(indent) - sum(sizes[:-1]) - 2 * (len(sizes) - 1)
    narrow = sys.stdout.isatty() and room < MIN_ROOM
    lines = []
    for row in rows:
        cells = "  ".join(c.rjust(sizes[n]) if n in right else c.ljust(sizes[n]) for n, c in enumerate(row[:-1]))
        if narrow:
            lines += [f"{indent}{cells}".rstrip(), f"{indent}    {cut(row[-1], width() - len(indent) - 4)}"]
        else:
            lines.append(f"{indent}{cells}  {cut(row[-1], room)}".rstrip())
    return "\n".join(lines)


def labelled(label: str, text: str, size: int = 12) -> str:
    """`label  text`, the text wrapped beside its label."""
    gap = " " * (size + 4)
    lines = textwrap.wrap(text, max(width() - len(gap), 30), break_on_hyphens=False, break_long_words=False) or [""]
    return "\n".join([f"  {dim(label.ljust(size))}  {lines[0]}", *(gap + line for line in lines[1:])])
