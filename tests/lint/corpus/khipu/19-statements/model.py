from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field


class Handling(StrEnum):
    DO_NOT_RETRY = "DO_NOT_RETRY"
    RETRY_IMMEDIATELY = "RETRY_IMMEDIATELY"
    WAIT_4_HOURS_BEFORE_RETRY = "WAIT_4_HOURS_BEFORE_RETRY"
    UNHEARD_OF = ""

    @classmethod
    def _missing_(cls, value: object) -> "Handling":
        return cls.UNHEARD_OF


class KhipuError(BaseModel):
    model_config = ConfigDict(frozen=True)

    code: Annotated[str, Field(alias="Code")]
    type: Annotated[str, Field(alias="Type")]
    description: Annotated[str, Field(alias="Description")]

    @property
    def handling(self) -> Handling:
        return Handling(self.type)


class Envelope(BaseModel):
    operation_id: Annotated[str, Field(alias="OperationId")]
    status: Annotated[str, Field(alias="Status")]
    data: Annotated[dict[str, Any] | None, Field(alias="Data")] = None
    error: Annotated[KhipuError | None, Field(alias="Error")] = None
