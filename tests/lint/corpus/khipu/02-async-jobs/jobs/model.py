from __future__ import annotations

import dataclasses
import enum
from datetime import datetime


class Phase(enum.StrEnum):
    QUEUED = "queued"
    DONE = "done"
    FAILED = "failed"
    EXPIRED = "expired"


@dataclasses.dataclass(slots=True)
class Job:
    id: str
    rut: str
    secret_ref: str
    due: datetime
    phase: Phase = Phase.QUEUED
    sends: int = 0
    result: dict | None = None
    error_code: str | None = None
    error_type: str | None = None
    error_text: str | None = None
