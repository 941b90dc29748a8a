"""One JSON value a line, read line by line: memory does not grow with the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from . import jsontext
from .model import Record, Trouble

MAX_LINE: Final = 16 * 1024 * 1024
"""Bytes of a line that is still read; a longer one is reported and skipped without being held."""


def lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Number (from 1) and bytes of each line that is not blank; None for one longer than MAX_LINE."""
    number = 0
    while line := file.readline(MAX_LINE + 1):
        number += 1
        if len(line) > MAX_LINE and not line.endswith(b"\n"):
            while (rest := file.readline(MAX_LINE)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        elif not line.isspace():
            yield number, line


def values(file: BinaryIO) -> Iterator[tuple[int, Any] | Trouble]:
    """Line number and JSON value of each line; a line that is none becomes a Trouble and the rest goes on."""
    for number, line in lines(file):
        if line is None:
            yield Trouble("unreadable", f"the line is longer than {MAX_LINE >> 20} MiB: not read", number)
            continue
        try:
            yield number, jsontext.parse(line.rstrip())
        except jsontext.NotJson as exc:
            place = f" (column {exc.column})" if exc.column > 1 else ""
            yield Trouble("not-json", f"{exc.problem}{place}", number)


def looks_like(head: bytes) -> bool:
    """Whether the first lines of a file are JSON values of their own, of which there are at least two."""
    whole = head.splitlines()[:-1] if not head.endswith(b"\n") else head.splitlines()
    found = [line for line in whole if not line.isspace() and line][:2]
    if len(found) < 2:
        return False
    for line in found:
        try:
            jsontext.parse(line)
        except jsontext.NotJson:
            return False
    return True


def records(file: BinaryIO, places: Any) -> Iterator[Record | Trouble]:
    """The replies of an NDJSON file. places: `records.Places`, which says where in a value the reply is."""
    for item in values(file):
        if isinstance(item, Trouble):
            yield item
        else:
            yield places.record(item[1], line=item[0])
