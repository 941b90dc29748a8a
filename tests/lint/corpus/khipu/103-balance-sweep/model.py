from __future__ import annotations

from datetime import timedelta
from enum import Enum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Advice(Enum):
    NEVER = "DO_NOT_RETRY"
    NOW = "RETRY_IMMEDIATELY"
    PAUSED = "WAIT_4_HOURS_BEFORE_RETRY"

    @property
    def pause(self) -> timedelta | None:
        match self:
            case Advice.NOW:
                return timedelta()
            case Advice.PAUSED:
                return timedelta(seconds=4 * 60)
            case Advice.NEVER:
                return None


class Fault(BaseModel):
    model_config = ConfigDict(frozen=True)

    code: str = Field(alias="Code")
    advice: Advice = Field(alias="Type")
    description: str = Field(alias="Description")

    @property
    def family(self) -> str:
        return self.code[:2]


class Answer(BaseModel):
    operation_id: str = Field(alias="OperationId")
    status: str = Field(alias="Status")
    fault: Fault | None = Field(default=None, alias="Error")
    data: Any = Field(default=None, alias="Data")
