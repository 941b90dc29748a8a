"""What the queue does after a failure. Extend with @next_step.register."""
from __future__ import annotations

from datetime import timedelta
from functools import singledispatch

import attrs

from failures import Hiccup, KhipuFailure, UnderRepair


@attrs.frozen
class Step:
    after: timedelta
    at_most: int

    @property
    def countdown(self) -> float:
        return self.after.total_seconds()


@singledispatch
def next_step(failure: BaseException) -> Step | None:
    return None


@next_step.register
def _(failure: KhipuFailure) -> Step | None:
    """Whoever gave no usable advice is not asked again."""
    return None


@next_step.register
def _(failure: Hiccup) -> Step | None:
    return Step(after=timedelta(seconds=10), at_most=3)


@next_step.register
def _(failure: UnderRepair) -> Step | None:
    return Step(after=timedelta(hours=4), at_most=5)
