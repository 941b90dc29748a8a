"""Deep calls don't ask the operating system for memory again and again."""

from __future__ import annotations

import pytest

from errpact.lint.stack import with_room

resource = pytest.importorskip("resource")  # Windows has none, and tells no page faults
CALLS = 400


def _leaf(a: int) -> int:
    b = c = d = e = a
    return b + c + d + e


def _faults(depth: int) -> int:
    """The most page faults of a loop of calls at any depth up to this one."""
    if depth == 0:
        return 0
    below = _faults(depth - 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for n in range(CALLS):
        _leaf(n)
    after: int = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    return max(below, after - before)


def test_no_depth_is_slow() -> None:
    assert with_room(_faults, 300) < CALLS / 2


def test_what_it_calls_gives_and_raises_as_ever() -> None:
    assert with_room(divmod, 7, 2) == (3, 1)
    with pytest.raises(ZeroDivisionError):
        with_room(divmod, 7, 0)
