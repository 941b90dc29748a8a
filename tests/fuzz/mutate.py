"""Text → text that is slightly wrong. Pure: the same number gives the same change.

The inputs are all text with lines and tokens (TOML, JSON, YAML, Python), so changes are made to those rather than to
bytes: what comes out gets past the first parser often enough to reach what lies behind it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from typing import Final

TOKENS: Final = re.compile(rb"\w+|[^\S\n]+|\n|[^\w\s]")
ODD: Final = (
    b"", b"0", b"-1", b"1e999", b"9" * 400, b"NaN", b"null", b"true", b"None", b"''", b'""', b'"\\ud800"', b"\\", b"\0",
    b"\x1b[31m", b"\xff\xfe", b"\xef\xbb\xbf", "é\u202e\u2028".encode(), b"\t", b"\r\n", b"\r", b"#", b":", b",", b"*",
    b"[" * 60, b"{" * 60, b"(" * 60, b"]]", b"'''", b'"""', b"2026-02-30", b"-0x", b"1_0", b"~", b"&a", b"*a", b"<<",
)  # fmt: skip


def mutate(data: bytes, other: bytes, words: Sequence[bytes], number: int, limit: int = 20_000) -> bytes:
    """One to four changes. other: another input, to take parts from. words: what means something in this format.
    number: which change. limit: bytes at most."""
    rng = random.Random(number)  # noqa: S311 - a choice, not a secret
    for _ in range(rng.randint(1, 4)):
        data = rng.choice(CHANGES)(data, other, (*words, *ODD), rng)
    return data[:limit]


def _lines(data: bytes, other: bytes, words: Sequence[bytes], rng: random.Random) -> bytes:
    """Lines taken out, doubled, moved or taken over from the other input."""
    lines = data.splitlines(keepends=True) or [b""]
    begin = rng.randrange(len(lines))
    end = min(len(lines), begin + rng.randint(1, 6))
    taken = lines[begin:end]
    match rng.randrange(4):
        case 0:
            return b"".join(lines[:begin] + lines[end:])
        case 1:
            return b"".join(lines[:end] + taken + lines[end:])
        case 2:
            rest = lines[:begin] + lines[end:]
            place = rng.randint(0, len(rest))
            return b"".join(rest[:place] + taken + rest[place:])
    theirs = other.splitlines(keepends=True) or [b""]
    start = rng.randrange(len(theirs))
    return b"".join(lines[:begin] + theirs[start : start + rng.randint(1, 12)] + lines[end:])


def _tokens(data: bytes, other: bytes, words: Sequence[bytes], rng: random.Random) -> bytes:
    """A token taken out, doubled, or another in its place: a known word, one of the same text, one of the other."""
    tokens = TOKENS.findall(data) or [b""]
    place = rng.randrange(len(tokens))
    match rng.randrange(5):
        case 0:
            tokens[place] = b""
        case 1:
            tokens[place] *= 2
        case 2:
            tokens[place] = rng.choice(words)
        case 3:
            tokens[place] = rng.choice(tokens)
        case _:
            tokens[place] = rng.choice(TOKENS.findall(other) or [b""])
    return b"".join(tokens)


def _nesting(data: bytes, other: bytes, words: Sequence[bytes], rng: random.Random) -> bytes:
    """A token wrapped in brackets, or a block moved to the right."""
    if rng.random() < 0.5:
        tokens = TOKENS.findall(data) or [b""]
        place, depth = rng.randrange(len(tokens)), rng.choice((1, 1, 2, 3, 50, 300))
        left, right = rng.choice(((b"(", b")"), (b"[", b"]"), (b'{"a":', b"}"), (b"f(", b")"), (b"not ", b"")))
        tokens[place] = left * depth + tokens[place] + right * depth
        return b"".join(tokens)
    lines = data.splitlines(keepends=True) or [b""]
    begin = rng.randrange(len(lines))
    end = min(len(lines), begin + rng.randint(1, 10))
    return b"".join(lines[:begin] + [b"    " + line for line in lines[begin:end]] + lines[end:])


def _bytes(data: bytes, other: bytes, words: Sequence[bytes], rng: random.Random) -> bytes:
    """Some bytes cut out, put in or changed."""
    begin = rng.randint(0, len(data))
    match rng.randrange(3):
        case 0:
            return data[:begin] + data[begin + rng.randint(1, 40) :]
        case 1:
            return data[:begin] + rng.choice(words) + data[begin:]
    return data[:begin] + rng.randbytes(1) + data[begin + 1 :]


CHANGES: Final = (_lines, _lines, _tokens, _tokens, _tokens, _nesting, _bytes)
