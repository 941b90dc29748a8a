from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime
from typing import Any


class Advice(enum.Enum):
    STOP = "DO_NOT_RETRY"
    NOW = "RETRY_IMMEDIATELY"
    IN_FOUR_HOURS = "WAIT_4_HOURS_BEFORE_RETRY"

    @classmethod
    def _missing_(cls, value: object) -> "Advice":
        return cls.STOP


@dataclass(frozen=True)
class Ok:
    data: Any


@dataclass(frozen=True)
class Failed:
    code: str
    advice: Advice
    description: str
    retry_at: datetime | None = None

    @property
    def no_data(self) -> bool:
        return self.code.startswith("E3")

    @property
    def needs_login(self) -> bool:
        return self.code.startswith("E1")


Result = Ok | Failed
