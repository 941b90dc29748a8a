"""Policy table of the workers."""
from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, Field

TABLE = Path(__file__).with_name("policies.yaml")


class Step(BaseModel):
    action: Literal["fail", "requeue"] = "fail"
    countdown: int = Field(default=0, ge=0)
    limit: int = Field(default=0, ge=0)


class PolicyTable(BaseModel):
    default: Step
    advice: dict[str, Step]
    stop_groups: list[str] = []
    notify_customer: list[str] = []

    def step(self, code: str, advice: str) -> Step:
        if code[:1] in self.stop_groups:
            return Step()
        return self.advice.get(advice, self.default)

    def concerns_customer(self, code: str) -> bool:
        return code[:2] in self.notify_customer


@lru_cache(maxsize=1)
def table() -> PolicyTable:
    return PolicyTable.model_validate(yaml.safe_load(TABLE.read_text(encoding="utf-8")))
