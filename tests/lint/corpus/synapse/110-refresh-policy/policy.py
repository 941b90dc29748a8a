from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Mapping


@dataclass(frozen=True)
class Step:
    then: str
    pause_s: float = 0.0
    sends: int = 1


class Policy:
    THENS = frozenset({"fresh", "pending", "later", "unsupported", "relink", "raise"})

    def __init__(self, answers: Mapping[str, Step], otherwise: Step) -> None:
        bad = {step.then for step in [*answers.values(), otherwise]} - self.THENS
        if bad:
            raise ValueError(f"unknown actions in policy: {sorted(bad)}")
        self._answers = dict(answers)
        self._otherwise = otherwise

    def __call__(self, http_code: int, error_code: str) -> Step:
        return self._answers.get(f"{http_code}/{error_code}", self._otherwise)

    @classmethod
    def from_file(cls, path: str | Path) -> "Policy":
        raw = json.loads(Path(path).read_text(encoding="utf-8"))
        return cls(
            {pair: Step(**fields) for pair, fields in raw["answers"].items()},
            Step(**raw["otherwise"]),
        )
