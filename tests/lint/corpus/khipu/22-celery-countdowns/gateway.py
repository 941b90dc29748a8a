from __future__ import annotations

from typing import Any

import requests
from pydantic import BaseModel, ConfigDict, Field


class ErrorObject(BaseModel):
    model_config = ConfigDict(frozen=True)

    code: str = Field(alias="Code")
    type: str = Field(alias="Type")
    description: str = Field(alias="Description")


class Reply(BaseModel):
    operation_id: str = Field(alias="OperationId")
    status: str = Field(alias="Status")
    data: dict[str, Any] | None = Field(alias="Data", default=None)
    error: ErrorObject | None = Field(alias="Error", default=None)


class KhipuFailure(Exception):
    def __init__(self, error: ErrorObject) -> None:
        super().__init__(error)
        self.error = error


def post(token: str, path: str, payload: dict[str, Any]) -> dict[str, Any]:
    response = requests.post(
        f"https://api.khipu.com{path}",
        json=payload,
        headers={"Authorization": f"Bearer {token}"},
        timeout=(5, 120),
    )
    reply = Reply.model_validate_json(response.content)
    if reply.error is not None:
        raise KhipuFailure(reply.error)
    return reply.data or {}
