"""`errpact why FILE:LINE`: what the code there does with each documented case, and what the contract asks."""

from __future__ import annotations

import argparse
from collections.abc import Set
from pathlib import Path
from typing import TYPE_CHECKING

from errpact.contracts.errors import ErrpactError
from errpact.contracts.wording import counted

from .contracts import print_json

if TYPE_CHECKING:
    from errpact.lint.why import Row

EPILOG = """\
  errpact why src/banks/client.py:48      the decision or retry on line 48, case by case
"""


class BadPlace(ErrpactError):
    """A place that is no FILE:LINE of a Python file."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Options of `errpact why`."""
    parser.epilog = EPILOG
    parser.add_argument("place", metavar="FILE:LINE", help="a line that a finding names")
    parser.add_argument("--config", type=Path, metavar="FILE", help="read [tool.errpact] from this file")
    parser.add_argument("--output-format", choices=("text", "json"), default="text", help="default: text")
    parser.add_argument("--path", action="store_true", help="print the way of each case in lines")


def run(args: argparse.Namespace) -> int:
    """Print the table. Exit 0, also where no case passes the line; 2 for a bad place."""
    from errpact.contracts import load_all
    from errpact.contracts.harmless import clean, clean_lines
    from errpact.contracts.settings import load_settings
    from errpact.lint.cache import Cache
    from errpact.lint.discover import Request, discover
    from errpact.lint.index import Index
    from errpact.lint.prefilter import triggers
    from errpact.lint.why import why

    file, line = place(args.place)
    settings = load_settings(file.parent, args.config)
    contracts = load_all(settings.contracts)
    own = [c for c in contracts.values() if c.path in {str(p) for p in settings.contracts}]
    index = Index(Cache(None), b"")
    found = discover(Request((file,)), settings, triggers(settings, own), index)
    path = file.resolve().relative_to(found.project.root).as_posix()
    units = [unit for unit in found.units if any(f.path == path for f in unit.files)]
    answers = [why(unit, settings, contracts, path, line) for unit in units]
    operations = [row for answer in answers for row in answer.operations]
    if args.output_format == "json":
        print_json([{"operation": name, "cases": [row.data() for row in rows]} for name, rows in operations])
    elif not operations:
        hint = _elsewhere({n for answer in answers for n in answer.lines}, line)
        print(f"{clean(path)}:{line}: no documented error is known to pass here ({hint})")
    else:
        for name, rows in operations:
            print(clean_lines(table(name, rows, args.path)))
    return 0


def _elsewhere(lines: Set[int], line: int) -> str:
    """Where to ask instead: the nearest lines that a documented error passes."""
    if not lines:
        return "errpact lint --show-unresolved tells more"
    nearest = sorted(sorted(lines, key=lambda n: (abs(n - line), n))[:3])
    return f"ask about line {' or '.join(map(str, nearest))}"


def place(text: str) -> tuple[Path, int]:
    """`file.py:48` → (path, 48). Raises BadPlace."""
    name, _, line = text.rpartition(":")
    if not name or not line.isdigit():
        raise BadPlace(f"{text}: is no FILE:LINE; write client.py:48")
    file = Path(name)
    if not file.is_file():
        raise BadPlace(f"{name}: no such file; check the path")
    with file.open("rb") as lines:
        last = sum(1 for _ in lines)
    if not 1 <= int(line) <= last:
        raise BadPlace(f"{text}: there is no such line; {name} has {counted(last, 'line')}, from 1")
    return file, int(line)


def table(name: str, rows: list[Row], with_path: bool) -> str:
    """The cases of one operation as a table."""
    from errpact.lint.wording import advice_of

    cells = [("case", "what the code does", "requests", "shortest gap", "what the page asks")]
    cells += [
        (
            row.case.id,
            row.outcome,
            "without end" if row.requests is None else str(row.requests),
            "" if row.gap is None else f"{row.gap:g} s",
            advice_of(row.case),
        )
        for row in rows
    ]
    widths = [max(len(c[i]) for c in cells) for i in range(5)]
    lines = [f"{name}"]
    for number, cell in enumerate(cells):
        lines.append("  " + "  ".join(text.ljust(width) for text, width in zip(cell, widths, strict=True)).rstrip())
        if with_path and number:
            lines += [f"      {p}:{n}: {t}" for p, n, t in rows[number - 1].path]
    return "\n".join(lines)
