from __future__ import annotations

import enum
from typing import Any

import httpx
from pydantic import BaseModel, ConfigDict, Field
from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_random

BASE_URL = "https://api.khipu.com"


class Advice(enum.StrEnum):
    NEVER = "DO_NOT_RETRY"
    NOW = "RETRY_IMMEDIATELY"
    IN_FOUR_HOURS = "WAIT_4_HOURS_BEFORE_RETRY"


class ErrorBody(BaseModel):
    code: str = Field(alias="Code")
    type: str = Field(alias="Type")
    description: str = Field(default="", alias="Description")


class OperationResult(BaseModel):
    model_config = ConfigDict(extra="ignore")

    operation_id: str | None = Field(default=None, alias="OperationId")
    status: str = Field(alias="Status")
    data: dict[str, Any] | None = Field(default=None, alias="Data")
    error: ErrorBody | None = Field(default=None, alias="Error")


class KhipuError(Exception):
    def __init__(self, error: ErrorBody, operation_id: str | None) -> None:
        super().__init__(f"{error.code} ({error.type}): {error.description}")
        self.code = error.code
        self.advice = error.type
        self.description = error.description
        self.operation_id = operation_id


def _resend(exc: BaseException) -> bool:
    match exc:
        case httpx.ConnectError():
            return True
        case KhipuError(advice=Advice.NOW):
            return True
        case _:
            return False


class KhipuClient:
    def __init__(self, token: str, base_url: str = BASE_URL, attempts: int = 3) -> None:
        self._http = httpx.Client(base_url=base_url, timeout=90, headers={"Authorization": f"Bearer {token}"})
        self._attempts = attempts

    def call(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        retrying = Retrying(
            retry=retry_if_exception(_resend),
            stop=stop_after_attempt(self._attempts),
            wait=wait_random(0.2, 1.5),
            reraise=True,
        )
        return retrying(self._once, path, payload)

    def _once(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        result = OperationResult.model_validate(self._http.post(path, json=payload).json())
        if result.error is not None:
            raise KhipuError(result.error, result.operation_id)
        return result.data or {}
