"""What a run is asked to show, and what it found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .finding import Finding, InternalError, Operation


@dataclass(frozen=True, slots=True)
class Options:
    """What a run shows. select, ignore: selectors of the command line; select replaces the configured one, ignore
    adds to it. baseline: a file of known findings. since: a git revision; only findings on lines changed since."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    possible: bool = False
    unresolved: bool = False
    baseline: Path | None = None
    since: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What a run found. lines: a file's text by path, for excerpts. data: bytes of files that were read. asked: paths
    that the command line asked for. warnings: what the user should know besides."""

    root: Path
    findings: tuple[Finding, ...] = ()
    operations: tuple[Operation, ...] = ()
    statistics: Mapping[str, int] = field(default_factory=dict, hash=False)
    errors: tuple[InternalError, ...] = ()
    warnings: tuple[str, ...] = ()
    lines: Mapping[str, Sequence[str]] = field(default_factory=dict, hash=False)
    data: Mapping[str, bytes] = field(default_factory=dict, hash=False)
    asked: frozenset[str] = frozenset()


def text_lines(data: bytes) -> list[str]:
    """A file's lines as text, whatever its bytes are."""
    import io
    import tokenize

    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        text = data.decode(encoding)
    except (SyntaxError, UnicodeDecodeError, LookupError):
        text = data.decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def position(data: bytes, offset: int) -> tuple[int, int]:
    """Line and column (from 1, in characters) of a byte offset."""
    before = data[:offset]
    start = before.rfind(b"\n") + 1
    return before.count(b"\n") + 1, len(before[start:].decode("utf-8", "replace")) + 1
