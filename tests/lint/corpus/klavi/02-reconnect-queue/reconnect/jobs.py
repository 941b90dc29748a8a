from __future__ import annotations

import heapq
import itertools
from dataclasses import dataclass, field
from datetime import datetime, timedelta

_tick = itertools.count()


@dataclass
class Job:
    task_id: str
    institution: str
    turns: int = 0


@dataclass
class Summary:
    stored: dict[str, object] = field(default_factory=dict)
    incomplete: dict[str, int] = field(default_factory=dict)
    ask_user: dict[str, tuple[int, str]] = field(default_factory=dict)
    broken: dict[str, tuple[int, str]] = field(default_factory=dict)


class Agenda:
    def __init__(self) -> None:
        self._heap: list[tuple[datetime, int, Job]] = []

    def put(self, job: Job, due: datetime) -> None:
        heapq.heappush(self._heap, (due, next(_tick), job))

    def again(self, job: Job, now: datetime, delay: timedelta) -> None:
        job.turns += 1
        self.put(job, now + delay)

    def __bool__(self) -> bool:
        return bool(self._heap)

    def pop(self) -> tuple[datetime, Job]:
        due, _, job = heapq.heappop(self._heap)
        return due, job
