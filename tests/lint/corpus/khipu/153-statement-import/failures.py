from __future__ import annotations

from enum import Enum
from typing import Any


class Advice(str, Enum):
    STOP = "DO_NOT_RETRY"
    NOW = "RETRY_IMMEDIATELY"
    LATER = "WAIT_4_HOURS_BEFORE_RETRY"
    UNKNOWN = "?"

    @classmethod
    def _missing_(cls, value: object) -> Advice:
        return cls.UNKNOWN


class KhipuFailure(Exception):
    """Status=ERROR, or an answer that isn't the documented object at all (code "")."""

    def __init__(self, code: str, advice: Advice, description: str, http_status: int) -> None:
        super().__init__(f"{code or 'http ' + str(http_status)} ({advice.value}): {description}")
        self.code = code
        self.advice = advice
        self.description = description
        self.http_status = http_status

    @classmethod
    def from_error(cls, error: dict[str, Any], http_status: int) -> KhipuFailure:
        return cls(
            str(error.get("Code", "")),
            Advice(error.get("Type")),
            str(error.get("Description", "")),
            http_status,
        )


class NothingThere(KhipuFailure):
    """E3xx: the process went well, but there is no such information (yet)."""
