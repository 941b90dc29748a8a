from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Mapping, Optional


class Advice(str, enum.Enum):
    STOP = "DO_NOT_RETRY"
    NOW = "RETRY_IMMEDIATELY"
    LATER = "WAIT_4_HOURS"
    OTHER = "*"

    @classmethod
    def _missing_(cls, value: object) -> "Advice":
        return cls.OTHER

    @property
    def pause(self) -> Optional[timedelta]:
        if self is Advice.NOW:
            return timedelta(seconds=2)
        if self is Advice.LATER:
            return timedelta(hours=4)
        return None


@dataclass(frozen=True)
class ApiError:
    code: str
    advice: Advice
    raw_type: str
    description: str

    @classmethod
    def parse(cls, doc: Mapping[str, str]) -> "ApiError":
        return cls(doc["Code"], Advice(doc["Type"]), doc["Type"], doc["Description"])


@dataclass(frozen=True)
class Envelope:
    operation_id: str
    data: Optional[Any]
    error: Optional[ApiError]

    @classmethod
    def parse(cls, doc: Mapping[str, Any]) -> "Envelope":
        error = doc["Error"]
        return cls(doc["OperationId"], doc.get("Data"), ApiError.parse(error) if error else None)
