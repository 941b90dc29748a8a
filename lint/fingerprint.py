"""Fingerprints of findings: the same while lines move, different for different places."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from .finding import Finding

_DEFINITION: Final = re.compile(r"\s*(?:async\s+def|def|class)\s+(\w+)")


def with_fingerprints(findings: Iterable[Finding], lines: Mapping[str, Sequence[str]]) -> list[Finding]:
    """Findings in their one order, each with its fingerprint. lines: path → the file's lines."""
    count: dict[str, int] = {}
    done: list[Finding] = []
    for finding in sorted(findings, key=lambda f: f.order):
        base = _base(finding, lines.get(finding.path, ()))
        number = count[base] = count.get(base, 0) + 1
        mark = hashlib.blake2b(f"{base}\0{number}".encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
        done.append(replace(finding, fingerprint=mark))
    return done


def _base(finding: Finding, lines: Sequence[str]) -> str:
    line = lines[finding.line - 1] if 0 < finding.line <= len(lines) else ""
    # a suppression or another comment may come and go, and formatters move blanks
    text = re.sub(r"\s+", "", re.sub(r"\s#\s.*$", "", line))
    return "\0".join((finding.rule, finding.path, enclosing(lines, finding.line), text))


def enclosing(lines: Sequence[str], number: int) -> str:
    """The dotted name of the definitions around a line, told from the indentation: `Client.fetch`."""
    if not 0 < number <= len(lines):
        return ""
    names: list[str] = []
    limit = _indent(lines[number - 1])
    for line in reversed(lines[: number - 1]):
        if limit == 0:
            break
        if line.strip() and not line.lstrip().startswith(("#", ")", "]", "}")) and _indent(line) < limit:
            limit = _indent(line)
            if match := _DEFINITION.match(line):
                names.append(match[1])
    return ".".join(reversed(names))


def _indent(line: str) -> int:
    return len(line.expandtabs(8)) - len(line.expandtabs(8).lstrip())
