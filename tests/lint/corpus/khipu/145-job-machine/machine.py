"""States of an extraction job and how an answer moves it. Pure: no clock, no network."""
from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import Any, Mapping

from khipu_http import Answer


class State(Enum):
    QUEUED = auto()
    WAITING = auto()
    DONE = auto()
    NOTHING_THERE = auto()
    NEEDS_CUSTOMER = auto()
    FAILED = auto()

    @property
    def final(self) -> bool:
        return self not in (State.QUEUED, State.WAITING)


class Advice(str, Enum):
    STOP = "DO_NOT_RETRY"
    AGAIN = "RETRY_IMMEDIATELY"
    FOUR_HOURS = "WAIT_4_HOURS_BEFORE_RETRY"


@dataclass(frozen=True)
class Budget:
    """Repeats left, per advice, and the seconds before each."""

    left: int
    pause: float


BUDGETS: dict[str, Budget] = {
    Advice.AGAIN: Budget(left=2, pause=5),
    Advice.FOUR_HOURS: Budget(left=2, pause=4 * 60 * 60),
}

_FINAL: tuple[tuple[re.Pattern[str], State], ...] = (
    (re.compile(r"E1\d\d"), State.NEEDS_CUSTOMER),
    (re.compile(r"E3\d\d"), State.NOTHING_THERE),
)


@dataclass(frozen=True)
class Job:
    id: int
    path: str
    fields: Mapping[str, Any] = field(repr=False)
    state: State = State.QUEUED
    result: Mapping[str, Any] | None = None
    error: Answer | None = None
    spent: tuple[str, ...] = ()
    pause: float = 0.0


def _resting_place(code: str) -> State:
    return next((state for pattern, state in _FINAL if pattern.fullmatch(code)), State.FAILED)


def advance(job: Job, answer: Answer) -> Job:
    if job.state.final:
        raise ValueError(f"job {job.id} is already {job.state.name}")
    if answer.ok:
        return replace(job, state=State.DONE, result=answer.data, error=None, pause=0.0)
    budget = BUDGETS.get(answer.advice)
    if budget and job.spent.count(answer.advice) < budget.left:
        return replace(
            job, state=State.WAITING, error=answer, spent=job.spent + (answer.advice,), pause=budget.pause
        )
    return replace(job, state=_resting_place(answer.code), error=answer, pause=0.0)
