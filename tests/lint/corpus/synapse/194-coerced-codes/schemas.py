from __future__ import annotations

from decimal import Decimal
from enum import Enum, IntEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class ErrorCode(IntEnum):
    SUCCESS = 0
    ACTION_PENDING = 10
    CLIENT_CREDENTIALS = 100
    USER_CREDENTIALS = 110
    FINGERPRINT = 120
    UNAVAILABLE = 503


class SynapseReply(BaseModel):
    """Common part of every reply. The API sends the codes as text; pydantic makes them numbers."""

    model_config = ConfigDict(extra="allow")

    error_code: int = ErrorCode.SUCCESS
    http_code: int = 200
    success: bool = True
    error: dict[str, Any] = Field(default_factory=dict)

    @property
    def pair(self) -> tuple[int, int]:
        return self.http_code, self.error_code

    @property
    def extra_data(self) -> dict[str, Any]:
        return self.model_extra or {}


class RefreshState(str, Enum):
    FRESH = "fresh"
    NEEDS_MFA = "needs_mfa"


class NodeBalance(BaseModel):
    node_id: str
    state: RefreshState
    amount: Decimal | None = None
    currency: str = "USD"
