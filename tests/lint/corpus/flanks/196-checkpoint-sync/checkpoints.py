"""Where each token's import stands. Backed by a JSON file in production."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass
class Checkpoints:
    start: date = date(2024, 1, 1)
    marks: dict[str, date] = field(default_factory=dict)

    def get(self, key: str) -> date:
        return self.marks.get(key, self.start)

    def advance(self, key: str, day: date) -> None:
        self.marks[key] = max(day, self.get(key))
