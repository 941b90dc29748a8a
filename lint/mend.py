"""Safe fixes for literals: the code's documented type (EP302), a plain misspelling of a documented name (EP301).

A fix is applied only if the linter then finds less and nothing new (`fixes`): a branch that comes alive may have a
fault of its own, which its author must see.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from .finding import Edit, Finding, Fix

_LITERAL: Final = re.compile(
    rb"""(?<![\w.])(?P<quote>["'])(?P<text>[A-Za-z0-9_.-]+)(?P=quote)|(?<![\w."'])(?P<number>\d+)(?![\w."'])"""
)
_SHORTEST: Final = 5
"""Letters that a name must have before a small difference is a misspelling rather than another name."""


def with_fix(finding: Finding, data: Mapping[str, bytes]) -> Finding:
    """The finding, with a safe fix where there is one that leaves no choice."""
    if finding.fix is not None or finding.rule not in ("EP301", "EP302") or finding.path not in data:
        return finding
    span = _span(finding, data[finding.path])
    if span is None:
        return finding
    mend = _other_type if finding.rule == "EP302" else _spelling
    source, (start, end) = data[finding.path], span
    found = [(m, text) for m in _LITERAL.finditer(source, start, end) if (text := mend(finding, m)) is not None]
    # where a code stands in both types, the strings are those that never match, or the numbers: not told from here
    if not found or len({m["number"] is None for m, _ in found}) > 1:
        return finding
    edits = tuple(Edit(finding.path, m.start(), m.end(), text) for m, text in found)
    summary = f"write {', '.join(text for _, text in found)}"
    return replace(finding, fix=Fix(summary, edits, safe=True))


def _span(finding: Finding, data: bytes) -> tuple[int, int] | None:
    """The bytes of a finding's place, if it is within one line of UTF-8."""
    lines = data.split(b"\n")
    if finding.end_column is None or finding.end_line != finding.line or finding.line > len(lines):
        return None
    try:
        line = lines[finding.line - 1].decode("utf-8")
    except UnicodeDecodeError:
        return None
    offset = sum(len(other) + 1 for other in lines[: finding.line - 1])
    before, whole = line[: finding.column - 1], line[: finding.end_column - 1]
    return offset + len(before.encode()), offset + len(whole.encode())


def _other_type(finding: Finding, match: re.Match[bytes]) -> str | None:
    """A documented code in the type that it has on the wire: the one that the literal hasn't."""
    number, text = match["number"], match["text"]
    if number is not None:
        code = number.decode()
        return f'"{code}"' if code in finding.codes else None
    code = text.decode()
    plain = code.isdigit() and (code == "0" or not code.startswith("0"))
    return code if plain and code in finding.codes else None


def _spelling(finding: Finding, match: re.Match[bytes]) -> str | None:
    """The one documented name that an undocumented one plainly misspells."""
    if match["text"] is None or len(finding.codes) < 2:
        return None
    written, *near = finding.codes
    if match["text"].decode() != written or sum(c.isalpha() for c in written) < _SHORTEST:
        return None
    close = [name for name in near if misspelt(written, name)]
    quote = match["quote"].decode()
    return f"{quote}{close[0]}{quote}" if len(close) == 1 else None


def misspelt(written: str, name: str) -> bool:
    """Whether two names differ in case, in hyphens and underscores, or by one letter; a digit makes another name."""
    a, b = (re.sub(r"[-_.]", "", word.upper()) for word in (written, name))
    if a == b:
        return True
    if re.sub(r"\D", "", a) != re.sub(r"\D", "", b) or abs(len(a) - len(b)) > 1:
        return False
    return _one_apart(a, b)


def _one_apart(a: str, b: str) -> bool:
    """One letter added, left out, changed, or two neighbours swapped."""
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    return (
        rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or rest_a[1:] == rest_b[1:]
        or (rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:])
    )
