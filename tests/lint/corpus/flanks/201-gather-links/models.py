from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict


class Holding(BaseModel):
    """Fields that Flanks couldn't retrieve are null and stay None."""

    model_config = ConfigDict(extra="ignore")

    isin: str | None = None
    name: str | None = None
    units: Decimal | None = None
    value: Decimal | None = None


class Portfolio(BaseModel):
    holdings: list[Holding]

    @classmethod
    def from_response(cls, body: dict[str, Any]) -> Portfolio:
        return cls(holdings=body["holdings"])


class LinkResult(BaseModel):
    """What became of one link in a refresh. Exactly one of portfolio and problem is set."""

    user_id: int
    portfolio: Portfolio | None = None
    problem: str | None = None
    status: int | None = None
    error_code: int | None = None
    not_before: datetime | None = None
    ask_user: bool = False
