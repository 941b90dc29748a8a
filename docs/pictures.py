"""Pictures of what errpact prints: the coloured output of a command as SVG, with nothing drawn by hand.

`python docs/pictures.py` writes the one of a failing test anew; its times are real ones and differ from run to run, so
that `tests/repo/test_docs.py` compares its words.
"""

from __future__ import annotations

import html
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

COLUMNS = 112
SGR = re.compile(r"\x1b\[([\d;]*)m")
STYLES = {"1": "b", "2": "d", "31": "r", "32": "g", "33": "y", "36": "c"}
CSS = (
    "text{font:13px ui-monospace,Menlo,Consolas,monospace;white-space:pre;fill:#d6dbe0}"
    ".b{font-weight:bold}.d{fill:#8a939c}.r{fill:#ff7b72}.g{fill:#7ee787}.y{fill:#e3b341}.c{fill:#79c0ff}"
)
Piece = tuple[str, str]


def terminal(command: list[str], folder: Path) -> str:
    """A command as it looks in a terminal, as SVG."""
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    shown = " ".join(word for word in command if not word.startswith(("--color", "--no-cache", "always")))
    return svg(f"\x1b[2m$\x1b[0m {shown}\n{done.stdout.rstrip()}")


def svg(text: str) -> str:
    """Text with colour sequences → SVG."""
    lines = [row for line in text.split("\n") for row in wrapped(pieces(line))]
    height = 18 * len(lines) + 24
    body = "\n".join(f'<text x="14" y="{18 * n + 26}">{"".join(map(span, row))}</text>' for n, row in enumerate(lines))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {COLUMNS * 8 + 28} {height}" role="img">'
        f"<style>{CSS}</style>\n"
        f'<rect width="100%" height="100%" rx="8" fill="#0d1117"/>\n{body}\n</svg>\n'
    )


def pieces(line: str) -> Iterator[Piece]:
    """(style classes, text) of one line."""
    style = ""
    parts = SGR.split(line)
    yield style, parts[0]
    for codes, text in zip(parts[1::2], parts[2::2], strict=True):
        style = " ".join(STYLES[code] for code in codes.split(";") if code in STYLES)
        yield style, text


def wrapped(line: Iterator[Piece]) -> Iterator[list[Piece]]:
    """The rows that a terminal of COLUMNS makes of a line, broken between words."""
    row: list[Piece] = []
    room = COLUMNS
    for style, text in line:
        for word in re.findall(r"\s*\S+|\s+$", text):
            if len(word) > room and row:
                yield row
                row, room, word = [], COLUMNS, word.lstrip()
            row.append((style, word))
            room -= len(word)
    yield row


def span(piece: Piece) -> str:
    style, text = piece
    escaped = html.escape(text)
    return f'<tspan class="{style}">{escaped}</tspan>' if style else escaped


EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "consumer"
FAILURE = Path(__file__).resolve().parent / "pictures" / "failure.svg"
FAILING = "tests/test_naive.py::test_reading_accounts[flanks:main:50002]"
QUIET = ["-p", "no:asyncio", "--no-header", "--show-capture=no"]


def failure() -> str:
    """A test of the example client that fails, as pytest shows it."""
    picture = terminal(["pytest", "--color=yes", *QUIET, FAILING], EXAMPLES)
    return picture.replace(html.escape(" ".join(["", *QUIET])), "")


if __name__ == "__main__":
    FAILURE.write_text(failure(), encoding="utf-8")
