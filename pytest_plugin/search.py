"""Look for an example that breaks an obligation: the fixed tour first, then what hypothesis draws and shrinks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ..contracts import Obligation
from .examples import Example
from .plans import Plan
from .verdicts import Judged

Run = Callable[[Example], Judged]
Counts = Callable[[Judged], tuple[Obligation, ...]]


class _Broken(Exception):
    """Tells hypothesis that an example is interesting."""


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
    found = _draw(run, counts, plan, reading, more, with_success, database)
    return [found] if found else []


def _draw(
    run: Run,
    counts: Counts,
    plan: Plan,
    reading: str | None,
    more: int,
    with_success: bool,
    database: tuple[Path | None, str],
) -> Judged | None:
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis.errors import Flaky

    from . import strategies

    last: list[Judged] = []
    kinds: list[tuple[Obligation, ...]] = []

    def errpact_example(example: Example) -> None:
        judged = run(example)
        broken = counts(judged)
        # Shrink one failure, not towards another one.
        if broken and (not kinds or broken == kinds[0]):
            kinds[:] = [broken]
            last[:] = [judged]
            raise _Broken

    chosen: dict[str, Any] = {} if settings().database is None else {"database": _database(*database)}
    test = settings(
        max_examples=more,
        deadline=None,
        phases=(Phase.reuse, Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
        print_blob=False,
        **chosen,
    )(given(strategies.examples(plan, reading, plan.scripts(with_success=with_success)))(errpact_example))
    try:
        test()
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
