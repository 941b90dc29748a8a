from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class ErrorBody(BaseModel):
    model_config = ConfigDict(extra="ignore")

    code: str = Field(alias="Code")
    kind: str = Field(alias="Type")
    text: str = Field(default="", alias="Message")


class Envelope(BaseModel):
    operation_id: str | None = Field(default=None, alias="OperationId")
    status: Literal["OK", "ERROR"] = Field(alias="Status")
    data: dict[str, Any] | None = Field(default=None, alias="Data")
    error: ErrorBody | None = Field(default=None, alias="Error")


class Balance(BaseModel):
    account: str
    currency: str
    amount: Decimal
