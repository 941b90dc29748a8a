from __future__ import annotations

from typing import Any, Literal

import httpx
from pydantic import BaseModel, ConfigDict

INCOMPLETE, PROCESSING, SCA_ERROR = 20001, 20002, 20003
BANK_ERROR, CREDENTIALS_ERROR, SCA_REQUIRED = 50001, 50002, 50003


class FlanksProblem(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    error: str | None = None
    error_code: int | None = None


class FlanksFailure(Exception):
    """``code`` is None for the answers (401, 405, 415, 500) that carry only a text."""

    def __init__(self, status: int, problem: FlanksProblem) -> None:
        super().__init__(f"flanks answered {status}: {problem.error} (code {problem.error_code})")
        self.status = status
        self.code = problem.error_code
        self.text = problem.error or ""


class StillProcessing(FlanksFailure):
    pass


class CredentialsStatus(BaseModel):
    model_config = ConfigDict(extra="ignore")

    created: bool | None = None
    errored: bool | None = None


Product = Literal["portfolio", "account", "card"]


class FlanksApi:
    def __init__(self, http: httpx.AsyncClient, token: str) -> None:
        self._http = http
        self._headers = {"Authorization": f"Bearer {token}"}

    async def product(self, credentials_token: str, product: Product) -> list[dict[str, Any]]:
        body = await self._post(f"/v0/bank/credentials/{product}/", credentials_token)
        return body if isinstance(body, list) else body.get("items", [])

    async def status(self, credentials_token: str) -> CredentialsStatus:
        return CredentialsStatus.model_validate(await self._post("/v0/credentials/status", credentials_token))

    async def _post(self, path: str, credentials_token: str) -> Any:
        response = await self._http.post(path, json={"credentials_token": credentials_token}, headers=self._headers)
        try:
            body = response.json()
        except ValueError:
            body = {"error": response.text[:200]}
        problem = FlanksProblem.model_validate(body) if isinstance(body, dict) else FlanksProblem()
        if response.status_code == 200 and problem.error_code is None:
            return body
        kind = StillProcessing if problem.error_code == PROCESSING else FlanksFailure
        raise kind(response.status_code, problem)
