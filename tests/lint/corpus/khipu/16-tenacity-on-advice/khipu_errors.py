from __future__ import annotations

from enum import Enum


class Advice(str, Enum):
    DO_NOT_RETRY = "DO_NOT_RETRY"
    RETRY_IMMEDIATELY = "RETRY_IMMEDIATELY"
    WAIT_4_HOURS = "WAIT_4_HOURS_BEFORE_RETRY"

    @classmethod
    def parse(cls, raw: str) -> "Advice":
        """An advice that we don't know is treated as the careful one."""
        try:
            return cls(raw)
        except ValueError:
            return cls.DO_NOT_RETRY


class KhipuError(Exception):
    def __init__(self, error: dict[str, str]) -> None:
        self.code = error["Code"]
        self.advice = Advice.parse(error["Type"])
        self.description = error["Description"]
        super().__init__(f"{self.code} ({self.advice.value}): {self.description}")


def may_repeat_now(exc: BaseException) -> bool:
    return isinstance(exc, KhipuError) and exc.advice is Advice.RETRY_IMMEDIATELY
