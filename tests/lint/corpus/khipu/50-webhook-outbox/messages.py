from __future__ import annotations

from enum import Enum
from typing import Any, Optional

from pydantic import BaseModel, Field


class Advice(str, Enum):
    never = "DO_NOT_RETRY"
    now = "RETRY_IMMEDIATELY"
    later = "WAIT_4_HOURS_BEFORE_RETRY"


class Problem(BaseModel):
    code: str = Field(alias="Code")
    type: str = Field(alias="Type")
    description: str = Field(default="", alias="Description")

    @property
    def advice(self) -> Advice:
        try:
            return Advice(self.type)
        except ValueError:
            return Advice.never


class Notice(BaseModel):
    operation_id: str = Field(alias="OperationId")
    status: str = Field(alias="Status")
    data: Optional[Any] = Field(default=None, alias="Data")
    error: Optional[Problem] = Field(default=None, alias="Error")
