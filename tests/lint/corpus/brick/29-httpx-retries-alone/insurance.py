from __future__ import annotations

from typing import Any

import httpx
from pydantic import BaseModel, ConfigDict


class Problem(BaseModel):
    """One model for the three shapes that errors come in."""

    model_config = ConfigDict(extra="ignore")

    code: str | None = None
    title: str | None = None
    detail: str | None = None
    error: str | None = None
    error_description: str | None = None
    message: str | None = None

    @property
    def key(self) -> str:
        return self.code or self.error or self.message or ""


class InsuranceError(Exception):
    def __init__(self, status: int, problem: Problem) -> None:
        super().__init__(status, problem.key)
        self.status = status
        self.problem = problem


def policies(http: httpx.Client, consent_id: str) -> list[dict[str, Any]]:
    response = http.get("/data/insurance-person", headers={"x-consent-id": consent_id})
    if response.status_code == HTTP_OK:
        return response.json()["data"].get("policies", [])
    raise InsuranceError(response.status_code, Problem.model_validate(response.json()))


HTTP_OK = httpx.codes.OK
