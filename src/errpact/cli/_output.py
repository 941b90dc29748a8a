"""Where a command writes: which formats, to standard output or to files, and never half a file."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

from errpact.contracts.errors import ErrpactError, did_you_mean, nearest


class BadOutput(ErrpactError):
    """An output that can't be written, or isn't one."""


class Output(NamedTuple):
    """One format and the file it goes to; None: standard output."""

    format: str
    file: str | None = None


def outputs(formats: Sequence[str], file: str | None, known: Sequence[str]) -> tuple[Output, ...]:
    """The outputs asked for: `FORMAT` or `FORMAT=FILE`, several with commas or repeated; the first known one if none.
    Raises BadOutput."""
    found: list[Output] = []
    for text in (part.strip() for item in formats for part in item.split(",")):
        name, _, target = text.partition("=")
        if name not in known:
            hint = did_you_mean(nearest(name, known))
            raise BadOutput(f"--output-format {name!r} is unknown{hint}; choose from {', '.join(known)}")
        found.append(Output(name, target or None))
    found = found or [Output(known[0])]
    printed = [n for n, o in enumerate(found) if o.file is None]
    if len(printed) > 1:
        raise BadOutput("two output formats can't both be printed; write one to a file: FORMAT=FILE")
    if file is not None:
        if not printed:
            raise BadOutput("--output-file has no format left to write; leave it out")
        found[printed[0]] = Output(found[printed[0]].format, file)
    for output in found:
        if output.file is not None:
            _check(output.file)
    return tuple(found)


def _check(file: str) -> None:
    """Told before the work, not after it. Raises BadOutput."""
    if os.path.isdir(file) or not os.path.isdir(os.path.dirname(os.path.abspath(file))):
        raise BadOutput(f"{file}: cannot be written: its folder is missing or it is one; check the path")


def emit(text: str) -> str:
    """Print, whatever the terminal's encoding can show; returns what was printed."""
    encoding = sys.stdout.encoding or "utf-8"
    safe = text.encode(encoding, "backslashreplace").decode(encoding)
    sys.stdout.write(safe)
    sys.stdout.flush()  # a closed pipe is to be noticed here, not at exit
    return safe


def save(path: str | os.PathLike[str], text: str) -> None:
    """Write a whole file or nothing. Raises BadOutput."""
    save_bytes(path, text.encode("utf-8", "backslashreplace"))


def save_bytes(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a whole file or nothing; an existing file keeps its mode. Raises BadOutput."""
    from pathlib import Path

    path = Path(path)
    if path.exists() and not path.is_file():  # /dev/stdout, a pipe
        path.write_bytes(data)
        return
    path = path.resolve()
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        if path.exists():
            temporary.chmod(path.stat().st_mode)
        temporary.replace(path)
    except OSError as exc:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise BadOutput(f"{path}: cannot be written: {exc.strerror}; check the path and its permissions") from None
