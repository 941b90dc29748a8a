from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

import httpx

from .auth import ClientCredentials
from .problems import BrickError, ConsentNotReady, error_from
from .settings import Settings

CATEGORIES = ("accounts", "credit-cards-accounts", "loans")


@dataclass
class Holdings:
    data: dict[str, list[Any]] = field(default_factory=dict)
    not_consented: list[str] = field(default_factory=list)


class Gateway:
    def __init__(self, cfg: Settings, token: str = "") -> None:
        transport = httpx.AsyncHTTPTransport(retries=3)
        self._http = httpx.AsyncClient(base_url=cfg.brick_url, auth=ClientCredentials(cfg, token), transport=transport)

    async def _get(self, path: str, **params: str) -> dict[str, Any]:
        response = await self._http.get(path, params=params)
        if response.status_code == httpx.codes.OK:
            return response.json()
        raise error_from(response)

    async def consent_state(self, consent_id: str) -> str:
        return (await self._get(f"/consents/{consent_id}"))["data"]["status"]

    async def wait_authorised(self, consent_id: str, looks: int = 12) -> None:
        state = "UNKNOWN"
        for _ in range(looks):
            state = await self.consent_state(consent_id)
            if state == "AUTHORISED":
                return
            if state == "REJECTED":
                break
            await asyncio.sleep(10)
        raise ConsentNotReady(consent_id, state)

    async def holdings(self, consent_id: str) -> Holdings:
        found = Holdings()
        for category in CATEGORIES:
            try:
                page = await self._get(f"/{category}", consentId=consent_id)
            except BrickError as error:
                if (error.status, error.code) != (401, "CONSENTIMENTO_NAO_AUTORIZADO"):
                    raise
                state = await self.consent_state(consent_id)
                if state != "AUTHORISED":
                    raise ConsentNotReady(consent_id, state) from error
                found.not_consented.append(category)
            else:
                found.data[category] = page["data"]
        return found

    async def finish(self, code: str, state: str) -> dict[str, Any]:
        response = await self._http.post("/callback", json={"code": code, "state": state})
        if response.status_code in (200, 201):
            return response.json()
        raise error_from(response)
