from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field


class KlaviAnswer(BaseModel):
    code: int
    message: str = ""
    data: dict[str, Any] | None = None


class Income(BaseModel):
    monthly: float
    cpf: str | None
    caveats: list[str] = Field(default_factory=list)


class Problem(BaseModel):
    klavi_code: int
    detail: str
    audience: str
    not_before_minutes: int | None = None
