from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Literal, Optional

from pydantic import BaseModel, ConfigDict, Field


class KhipuModel(BaseModel):
    model_config = ConfigDict(populate_by_name=True, extra="ignore")


class ErrorBody(KhipuModel):
    code: str = Field(alias="Code")
    type: str = Field(alias="Type")
    description: str = Field("", alias="Description")


class Reply(KhipuModel):
    operation_id: str = Field(alias="OperationId")
    status: Literal["OK", "ERROR"] = Field(alias="Status")
    data: Optional[dict[str, Any]] = Field(None, alias="Data")
    error: Optional[ErrorBody] = Field(None, alias="Error")


class BankLogin(BaseModel):
    bank: str
    rut: str
    password: str


class Movement(BaseModel):
    day: date
    amount: Decimal
    text: str = ""
