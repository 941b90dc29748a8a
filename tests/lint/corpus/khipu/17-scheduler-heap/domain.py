from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(order=True)
class Job:
    due: float
    link_id: int = field(compare=False)
    failures: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Success:
    data: dict[str, Any]


@dataclass(frozen=True)
class Failure:
    code: str
    advice: str
    description: str


Result = Success | Failure
