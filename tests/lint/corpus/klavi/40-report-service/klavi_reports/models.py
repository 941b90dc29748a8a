from __future__ import annotations

import enum
from typing import Any

from pydantic import BaseModel


class Completeness(enum.Enum):
    FULL = 200
    EXTRA_AUTHORIZATION = 201
    TRANSACTIONS_MISSING = 202
    CPF_MISSING = 203


class Report(BaseModel):
    link_id: str
    completeness: Completeness
    content: dict[str, Any]

    @property
    def usable_for_scoring(self) -> bool:
        return self.completeness is Completeness.FULL
