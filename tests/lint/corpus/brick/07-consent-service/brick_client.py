from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import httpx
from pydantic import BaseModel, ConfigDict

from brick_auth import RenewingBearer


class ErrorBody(BaseModel):
    """Both shapes of a failure: code/title/detail, error/error_description, or a bare message."""

    model_config = ConfigDict(extra="allow")

    code: str | None = None
    title: str | None = None
    detail: str | None = None
    error: str | None = None
    error_description: str | None = None
    message: str | None = None


class BrickRefused(Exception):
    def __init__(self, status: int, body: ErrorBody) -> None:
        self.status = status
        self.body = body
        super().__init__(f"{status}: {body.model_dump(exclude_none=True)}")


class Consent(BaseModel):
    consent_id: str | None
    state: Literal["created", "processing"]


class BrickClient:
    def __init__(self, base_url: str, obtain_token: Callable[[], str]) -> None:
        self._base_url = base_url
        self._auth = RenewingBearer(obtain_token)

    async def _send(self, method: str, path: str, **kw: Any) -> httpx.Response:
        async with httpx.AsyncClient(base_url=self._base_url, auth=self._auth, timeout=20) as http:
            response = await http.request(method, path, **kw)
        if response.status_code >= 300:
            try:
                body = ErrorBody.model_validate(response.json())
            except ValueError:
                body = ErrorBody(message=response.text[:300])
            raise BrickRefused(response.status_code, body)
        return response

    async def create_consent(self, cpf: str, permissions: list[str]) -> Consent:
        response = await self._send(
            "POST",
            "/open-banking/consents/v3/consents",
            json={"data": {"loggedUser": {"document": {"identification": cpf, "rel": "CPF"}}, "permissions": permissions}},
        )
        data = response.json().get("data") or {}
        state = "processing" if response.status_code == 202 else "created"
        return Consent(consent_id=data.get("consentId"), state=state)

    async def finish(self, code: str, state: str) -> Literal["connected", "processing"]:
        response = await self._send("POST", "/open-banking/callback", json={"code": code, "state": state})
        return "processing" if response.status_code == 202 else "connected"
