from __future__ import annotations

import json
from typing import Any

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError


class FaultBody(BaseModel):
    """Covers the three documented shapes: code/title/detail, error/error_description, message."""

    model_config = ConfigDict(extra="ignore")

    code: str = Field(default="", validation_alias=AliasChoices("code", "error"))
    title: str = ""
    detail: str = Field(default="", validation_alias=AliasChoices("detail", "error_description", "message"))


class BrickFault(Exception):
    def __init__(self, status: int, raw: str, body: FaultBody) -> None:
        super().__init__(f"HTTP {status} {body.code or '-'}: {body.title or body.detail}")
        self.status = status
        self.code = body.code
        self.detail = body.detail
        self.raw = raw


class NeedsHuman(BrickFault):
    """Waiting for the other holders of the account."""


class QuotaUsedUp(BrickFault):
    """Monthly operational limit; nothing more before the next counting period."""


SPECIAL: dict[str, type[BrickFault]] = {
    "CONSENTIMENTO_PENDENTE_AUTORIZACAO": NeedsHuman,
    "DEPENDE_MULTIPLA_ALCADA": NeedsHuman,
    "LIMITE_OPERACIONAL_EXCEDIDO": QuotaUsedUp,
}


def fault(status: int, raw: str) -> BrickFault:
    body = FaultBody()
    try:
        parsed: Any = json.loads(raw)
        if isinstance(parsed, dict):
            body = FaultBody.model_validate(parsed)
    except (ValueError, ValidationError):
        pass
    return SPECIAL.get(body.code, BrickFault)(status, raw, body)
