from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Rows:
    operation_id: str
    rows: list[dict[str, Any]]


@dataclass(frozen=True, kw_only=True)
class Rejected:
    operation_id: str
    code: str
    advice: str
    description: str

    @property
    def hours_to_wait(self) -> int | None:
        return {"RETRY_IMMEDIATELY": 0, "WAIT_4_HOURS_BEFORE_RETRY": 4}.get(self.advice)
