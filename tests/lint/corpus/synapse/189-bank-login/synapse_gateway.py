"""Adapter of BankLoginGateway to SynapseFI."""
from __future__ import annotations

import asyncio
from typing import Any

import httpx

from errors import SynapseError
from ports import Login

MAINTENANCE = ("503", "503")


class SynapseGateway:
    def __init__(self, http: httpx.AsyncClient, user_key: str, pauses: tuple[float, ...] = (120.0, 600.0)) -> None:
        self._http = http
        self._headers = {"X-SP-USER": user_key}
        self._pauses = pauses

    @classmethod
    def production(cls, gateway: str, user_key: str) -> "SynapseGateway":
        client = httpx.AsyncClient(
            base_url="https://api.synapsefi.com/v3.1", headers={"X-SP-GATEWAY": gateway}, timeout=90
        )
        return cls(client, user_key)

    async def login(self, login: Login) -> dict[str, Any]:
        for pause in self._pauses:
            try:
                return await self._post(login)
            except SynapseError as error:
                if (error.http_code, error.error_code) != MAINTENANCE:
                    raise
            await asyncio.sleep(pause)
        return await self._post(login)

    async def _post(self, login: Login) -> dict[str, Any]:
        info = {"bank_id": login.username, "bank_pw": login.password, "bank_name": login.bank}
        response = await self._http.post(
            f"/users/{login.user_id}/nodes", json={"type": "ACH-US", "info": info}, headers=self._headers
        )
        body = response.json()
        if body.get("error_code") in ("0", "10"):
            return body
        error = body.get("error") or {}
        raise SynapseError(body.get("http_code", ""), body.get("error_code", ""), error.get("en", ""))
