from typing import Any, Literal, Optional

from pydantic import BaseModel, ConfigDict, Field

Advice = Literal["DO_NOT_RETRY", "RETRY_IMMEDIATELY", "WAIT_4_HOURS_BEFORE_RETRY"]


class ErrorInfo(BaseModel):
    code: str = Field(alias="Code")
    type: Advice = Field(alias="Type")
    description: str = Field(alias="Description")


class Envelope(BaseModel):
    model_config = ConfigDict(extra="ignore")

    operation_id: Optional[str] = Field(default=None, alias="OperationId")
    status: Literal["OK", "ERROR"] = Field(alias="Status")
    data: Any = Field(default=None, alias="Data")
    error: Optional[ErrorInfo] = Field(default=None, alias="Error")
