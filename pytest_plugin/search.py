"""Look for an example that breaks an obligation: the fixed tour first, then what hypothesis draws and shrinks."""

from __future__ import annotations

import math
import unittest
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from ..contracts import Obligation
from .examples import Example
from .plans import Plan
from .verdicts import Judged

Run = Callable[[Example], Judged]
Counts = Callable[[Judged], tuple[Obligation, ...]]

BATCHES: Final = 7
"""Test cases of hypothesis among which the examples are divided. Its own work for a test case costs as much as several
draws; and from the tenth on it mixes parts of earlier ones, which would give the same examples again."""
LARGEST: Final = 48
"""Examples in a test case at most: what a test case may draw is bounded."""


class _Broken(Exception):
    """Tells hypothesis that an example is interesting."""


class _Enough(unittest.SkipTest):
    """Ends hypothesis' search: a skip is the one thing that it neither counts nor looks into."""


def find(
    run: Run,
    counts: Counts,
    plan: Plan,
    reading: str | None,
    examples: Sequence[Example],
    *,
    more: int,
    with_success: bool,
    database: tuple[Path | None, str],
) -> list[Judged]:
    """The runs that broke something, the one on the smallest example first; empty if all was kept."""
    broken = [judged for judged in map(run, examples) if counts(judged)]
    if broken or more <= 0:
        return broken
    found = _draw(run, counts, plan, reading, examples, more, with_success, database)
    return [found] if found else []


def _draw(
    run: Run,
    counts: Counts,
    plan: Plan,
    reading: str | None,
    examples: Sequence[Example],
    more: int,
    with_success: bool,
    database: tuple[Path | None, str],
) -> Judged | None:
    from hypothesis import HealthCheck, Phase, Verbosity, given, settings
    from hypothesis import strategies as st
    from hypothesis.errors import Flaky

    from . import strategies

    drawn = strategies.examples(plan, reading, plan.scripts(with_success=with_success))
    kept = {example.key for example in examples}
    enough = len(kept) + more
    # Half as many again, for some will be alike.
    batch = min(max(8, math.ceil(1.5 * more / BATCHES)), LARGEST)
    last: list[Judged] = []
    kinds: list[tuple[Obligation, ...]] = []

    def errpact_examples(data: st.DataObject) -> None:
        for _ in range(batch):
            # One after the other, so that shrinking leaves the failing one alone.
            example = data.draw(drawn)
            if example.key in kept:
                continue
            judged = run(example)
            broken = counts(judged)
            # Shrink one failure, not towards another one.
            if broken and (not kinds or broken == kinds[0]):
                kinds[:] = [broken]
                last[:] = [judged]
                raise _Broken
            kept.add(example.key)
            if not kinds and len(kept) >= enough:
                raise _Enough("as many as were asked for")

    chosen: dict[str, Any] = {} if settings().database is None else {"database": _database(*database)}
    test = settings(
        # The first test case is the simplest of all, which is known by now.
        max_examples=1 + math.ceil(1.5 * more / batch),
        deadline=None,
        phases=(Phase.reuse, Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
        verbosity=Verbosity.quiet,
        **chosen,
    )(given(st.data())(errpact_examples))
    try:
        test()
    except _Enough:
        return None
    except (_Broken, Flaky):
        return last[0] if last else None
    return None


def _database(folder: Path | None, key: str) -> Any:
    """Hypothesis' examples under pytest's cache, one store per item."""
    if folder is None:
        return None
    import hashlib

    from hypothesis.database import DirectoryBasedExampleDatabase

    name = hashlib.sha256(key.encode()).hexdigest()[:16]
    return DirectoryBasedExampleDatabase(folder / "examples" / name)
