from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

_FOUR_HOURS = timedelta(hours=4, minutes=2).total_seconds()

_PLAN: dict[str, tuple[float, ...]] = {
    "RETRY_IMMEDIATELY": (0.0, 1.0, 5.0),
    "WAIT_4_HOURS_BEFORE_RETRY": (_FOUR_HOURS,),
    "DO_NOT_RETRY": (),
}


class Waits:
    """One budget of waits per advice; an exhausted budget answers None."""

    def __init__(self) -> None:
        self._left: dict[str, Iterator[float]] = {name: iter(plan) for name, plan in _PLAN.items()}

    def after(self, advice: str) -> float | None:
        left = self._left.get(advice)
        return next(left, None) if left is not None else None
