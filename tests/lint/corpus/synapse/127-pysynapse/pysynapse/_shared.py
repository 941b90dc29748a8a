from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from .errors import ServerTrouble, SynapseApiError

PAUSES = (60.0, 180.0, 600.0)


class BankAccount(BaseModel):
    id: str = Field(alias="_id")
    type: Literal["ACH-US"] | str
    info: dict[str, Any] = {}


class MfaNeeded(Exception):
    def __init__(self, access_token: str, prompt: str) -> None:
        super().__init__(prompt)
        self.access_token = access_token


def login_payload(bank: str, user: str, password: str) -> dict[str, Any]:
    return {"type": "ACH-US", "info": {"bank_name": bank, "bank_id": user, "bank_pw": password}}


def headers(gateway: str, user: str) -> dict[str, str]:
    return {"X-SP-GATEWAY": gateway, "X-SP-USER": user}


def interpret(payload: dict[str, Any]) -> list[BankAccount]:
    if not payload.get("success", True):
        raise SynapseApiError.build(payload)
    if payload.get("error_code") == 10:
        mfa = payload["mfa"]
        raise MfaNeeded(mfa["access_token"], mfa["message"])
    return [BankAccount.model_validate(n) for n in payload.get("nodes", [])]


def worth_another_go(exc: SynapseApiError) -> bool:
    return isinstance(exc, ServerTrouble)
