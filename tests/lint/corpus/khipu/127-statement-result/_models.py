"""Pydantic models for Khipu."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class ErrorType(StrEnum):
    """``Error.Type``."""

    DO_NOT_RETRY = "DO_NOT_RETRY"
    RETRY_IMMEDIATELY = "RETRY_IMMEDIATELY"
    WAIT_4_HOURS_BEFORE_RETRY = "WAIT_4_HOURS_BEFORE_RETRY"


class ApiError(BaseModel):
    """``Error`` of a reply."""

    model_config = ConfigDict(frozen=True)

    code: str = Field(alias="Code")
    type: ErrorType = Field(alias="Type")
    description: str = Field(alias="Description", default="")


class Reply(BaseModel):
    """Envelope of every reply."""

    status: Literal["OK", "ERROR"] = Field(alias="Status")
    error: ApiError | None = Field(alias="Error", default=None)
    data: dict[str, Any] | None = Field(alias="Data", default=None)


class Statement(BaseModel):
    """A monthly statement."""

    url: str = Field(alias="Url")
    period: str = Field(alias="Period")
