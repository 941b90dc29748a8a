from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from .advice import Advice


class KhipuErrorBody(BaseModel):
    model_config = ConfigDict(populate_by_name=True)

    code: str = Field(alias="Code")
    advice: Advice = Field(alias="Type")
    description: str = Field(alias="Description")

    @field_validator("advice", mode="before")
    @classmethod
    def _known(cls, value: Any) -> Advice:
        return Advice(value)


class Envelope(BaseModel):
    operation_id: str = Field(alias="OperationId")
    status: Literal["OK", "ERROR"] = Field(alias="Status")
    data: Any = Field(default=None, alias="Data")
    error: KhipuErrorBody | None = Field(default=None, alias="Error")
