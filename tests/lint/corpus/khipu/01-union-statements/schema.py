from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, TypeAdapter


class ErrorInfo(BaseModel):
    Code: str
    Type: str
    Description: str = ""


class Ok(BaseModel):
    Status: Literal["OK"]
    OperationId: str
    Data: dict[str, Any]


class Failed(BaseModel):
    Status: Literal["ERROR"]
    OperationId: str
    Error: ErrorInfo


Reply = TypeAdapter(Annotated[Ok | Failed, Field(discriminator="Status")])
