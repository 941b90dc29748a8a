"""Pydantic models for Brick payments."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class PaymentRequest(BaseModel):
    """A Pix payment within an authorised consent."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    consent_id: str = Field(serialization_alias="consentId")
    amount: Decimal
    currency: str = "BRL"
    idempotency_key: str = Field(exclude=True)

    def to_wire(self) -> dict[str, Any]:
        """Body of the request."""
        return {"data": self.model_dump(mode="json", by_alias=True)}


class Payment(BaseModel):
    """What Brick says about a payment."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    payment_id: str = Field(alias="paymentId")
    consent_id: str = Field(alias="consentId")
    status: str


class Problem(BaseModel):
    """The three documented error bodies in one model."""

    model_config = ConfigDict(extra="ignore")

    code: str | None = None
    title: str | None = None
    detail: str | None = None
    error: str | None = None
    error_description: str | None = None
    message: str | None = None

    @property
    def key(self) -> str | None:
        """The machine-readable part, where there is one."""
        return self.code or self.error

    @property
    def text(self) -> str:
        """The human-readable part."""
        return self.detail or self.title or self.error_description or self.message or ""
