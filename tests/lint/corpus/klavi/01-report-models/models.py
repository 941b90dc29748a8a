from __future__ import annotations

import enum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Gap(enum.Enum):
    NONE = "none"
    AUTHORIZATION = "authorization"
    TRANSACTIONS = "transactions"
    CPF = "cpf"


GAPS = {200: Gap.NONE, 201: Gap.AUTHORIZATION, 202: Gap.TRANSACTIONS, 203: Gap.CPF}


class Envelope(BaseModel):
    model_config = ConfigDict(extra="ignore")

    code: int
    message: str = ""
    data: dict[str, Any] = Field(default_factory=dict)


class Report(BaseModel):
    cpf: str
    gap: Gap
    payload: dict[str, Any]

    @property
    def complete(self) -> bool:
        return self.gap is Gap.NONE
