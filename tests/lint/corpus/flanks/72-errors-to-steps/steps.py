"""What a worker does with a job, by Flanks' answer. Nothing is sent again here: jobs get a new date."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta


@dataclass(frozen=True)
class Job:
    credential: str
    state: str = "queued"
    not_before: datetime | None = None
    status: int | None = None
    code: int | None = None


Step = Callable[[Job, datetime], Job]


def postpone(**delta: float) -> Step:
    return lambda job, now: replace(job, state="queued", not_before=now + timedelta(**delta))


def ask_customer(job: Job, now: datetime) -> Job:
    return replace(job, state="customer")


def dead_letter(job: Job, now: datetime) -> Job:
    return replace(job, state="dead")


STEPS: dict[int, Step] = {
    20001: postpone(hours=12),
    20002: postpone(minutes=5),
    20003: postpone(hours=48),
    40001: dead_letter,
    50001: postpone(hours=3),
    50002: ask_customer,
    50003: ask_customer,
}
