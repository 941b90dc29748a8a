"""Which JSON type codes have, where the page does not say: a client need keep to one reading, but always to that one.

The consumer's success reply settles it where it shows a code. Else both are tried, and what one test's client has
ruled out in an earlier case stays ruled out.
"""

from __future__ import annotations

from typing import Final

_LEFT: Final[dict[str, tuple[str | None, ...]]] = {}


def candidates(test: str, possible: tuple[str | None, ...], shown: str | None) -> tuple[str | None, ...]:
    """The readings to try for a test, in order; never none."""
    if len(possible) < 2:
        return possible
    if shown in possible:
        return (shown,)
    left = _LEFT.get(test, possible)
    return tuple(r for r in possible if r in left) or possible


def rule_out(test: str, possible: tuple[str | None, ...], reading: str | None) -> None:
    """A test's client does not keep to this reading."""
    _LEFT[test] = tuple(r for r in _LEFT.get(test, possible) if r != reading)


def forget() -> None:
    """Forget what was ruled out (a new run)."""
    _LEFT.clear()
