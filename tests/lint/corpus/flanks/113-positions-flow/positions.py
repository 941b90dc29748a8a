from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

import httpx

from auth import FlanksToken

PROCESSING = 20002


@dataclass(eq=False)
class FlanksError(Exception):
    status: int
    code: int | None
    body: dict[str, Any]

    def __str__(self) -> str:
        return f"flanks answered {self.status} (code {self.code}): {self.body}"


class NotFinished(TimeoutError):
    pass


class Positions:
    EVERY = 20
    AT_MOST = 90

    def __init__(self, auth: httpx.Auth, base_url: str = "https://api.flanks.io") -> None:
        self._base_url = base_url
        self._auth = auth

    @classmethod
    def for_client(cls, client_id: str, client_secret: str, base_url: str = "https://api.flanks.io") -> Positions:
        return cls(FlanksToken(f"{base_url}/v0/token", client_id, client_secret), base_url)

    @staticmethod
    async def _ask(http: httpx.AsyncClient, path: str, credentials_token: str) -> Any:
        answer = await http.post(path, json={"credentials_token": credentials_token})
        if answer.status_code == 200:
            return answer.json()
        try:
            body = answer.json()
        except ValueError:
            body = {"error": answer.text}
        raise FlanksError(answer.status_code, body.get("error_code"), body)

    async def _settled(self, http: httpx.AsyncClient, credentials_token: str) -> None:
        for _ in range(self.AT_MOST):
            status = await self._ask(http, "/v0/credentials/status", credentials_token)
            if not status["pending"]:
                return
            await asyncio.sleep(self.EVERY)
        raise NotFinished(credentials_token)

    async def positions(self, credentials_token: str) -> list[dict[str, Any]]:
        async with httpx.AsyncClient(base_url=self._base_url, auth=self._auth, timeout=30) as http:
            try:
                return (await self._ask(http, "/v0/bank/investments", credentials_token))["positions"]
            except FlanksError as error:
                if error.code != PROCESSING:
                    raise
            await self._settled(http, credentials_token)
            return (await self._ask(http, "/v0/bank/investments", credentials_token))["positions"]
