from __future__ import annotations

from typing import Any

import aiohttp


class ApiError(Exception):
    def __init__(self, status: int, code: int | None, text: str | None) -> None:
        self.status = status
        self.code = code
        self.text = text

    def __str__(self) -> str:
        return f"[{self.status}/{self.code}] {self.text}"


class FlanksApi:
    def __init__(self, session: aiohttp.ClientSession, token: str, base_url: str | None = None) -> None:
        self.session = session
        self.token = token
        self.base_url = base_url or "https://api.flanks.io"

    async def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self.token}"}
        async with self.session.post(f"{self.base_url}{path}", json=body, headers=headers) as resp:
            data = await resp.json(content_type=None)
        if resp.status == 200 and not data.get("error_code"):
            return data
        raise ApiError(resp.status, data.get("error_code"), data.get("error"))

    async def accounts(self, credentials_token: str) -> list[dict[str, Any]]:
        return (await self._post("/v0/bank/account", {"credentials_token": credentials_token}))["accounts"]
