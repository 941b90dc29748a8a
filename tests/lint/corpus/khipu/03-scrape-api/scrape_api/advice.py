from __future__ import annotations

from enum import Enum

FOUR_HOURS = 4 * 60 * 60


class Advice(str, Enum):
    STOP = "DO_NOT_RETRY"
    NOW = "RETRY_IMMEDIATELY"
    LATER = "WAIT_4_HOURS_BEFORE_RETRY"

    @classmethod
    def _missing_(cls, value: object) -> Advice:
        return cls.STOP

    @property
    def retry_after(self) -> int | None:
        return {Advice.NOW: 1, Advice.LATER: FOUR_HOURS}.get(self)
