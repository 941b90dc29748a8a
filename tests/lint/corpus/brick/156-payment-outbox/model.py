"""Rows of the payment outbox."""
from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum


class Stage(StrEnum):
    QUEUED = "queued"
    ACCEPTED = "accepted"
    CREATED = "created"
    PARKED = "parked"
    DEAD = "dead"


@dataclass
class Payment:
    consent_id: str
    amount: Decimal
    stage: Stage = Stage.QUEUED
    key: str = field(default_factory=lambda: uuid.uuid4().hex)
    payment_id: str | None = None
    status: int | None = None
    code: str = ""
    reason: str = ""
    not_before: datetime | None = None

    def body(self) -> dict[str, object]:
        return {"data": {"consentId": self.consent_id, "payment": {"amount": f"{self.amount:.2f}", "currency": "BRL"}}}
