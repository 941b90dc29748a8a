"""A documented range of codes as a regular expression that any JSON Schema validator understands."""

from __future__ import annotations

from collections.abc import Iterator

from .case import CodeRange


def range_pattern(codes: CodeRange) -> str:
    """An anchored pattern without backtracking: `E100`-`E199` → `^E1[0-9]{2}$`."""
    first, last = codes.first[len(codes.prefix) :], codes.last[len(codes.prefix) :]
    parts = list(_parts(first, last))
    body = parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
    return f"^{codes.prefix}{body}$"


def _parts(first: str, last: str) -> Iterator[str]:
    """Patterns for the digit strings from first to last, both of one width."""
    common = 0
    while common < len(first) and first[common] == last[common]:
        common += 1
    head, low, high = first[:common], first[common:], last[common:]
    if not low:
        yield head
        return
    if len(low) == 1:
        yield head + _span(low, high)
        return
    if set(low) == {"0"} and set(high) == {"9"}:
        yield head + _digits("0", "9", len(low))
        return
    yield from (head + part for part in _from(low))
    if int(high[0]) - int(low[0]) > 1:
        yield head + _span(str(int(low[0]) + 1), str(int(high[0]) - 1)) + _digits("0", "9", len(low) - 1)
    yield from (head + part for part in _to(high))


def _from(low: str) -> Iterator[str]:
    """All strings of low's width with its first digit that are not below it."""
    for place in range(len(low) - 1, 0, -1):
        if low[place] != "9":
            rest = _digits("0", "9", len(low) - place - 1)
            yield low[:place] + _span(str(int(low[place]) + 1), "9") + rest
    yield low


def _to(high: str) -> Iterator[str]:
    """All strings of high's width with its first digit that are not above it."""
    for place in range(1, len(high)):
        if high[place] != "0":
            rest = _digits("0", "9", len(high) - place - 1)
            yield high[:place] + _span("0", str(int(high[place]) - 1)) + rest
    yield high


def _span(low: str, high: str) -> str:
    return low if low == high else f"[{low}-{high}]"


def _digits(low: str, high: str, count: int) -> str:
    return "" if count == 0 else _span(low, high) + (f"{{{count}}}" if count > 1 else "")
