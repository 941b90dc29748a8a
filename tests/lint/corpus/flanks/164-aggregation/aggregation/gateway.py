from __future__ import annotations

import logging
from dataclasses import dataclass
from types import TracebackType
from typing import Any

import aiohttp

from .problems import SCA_ERROR, FlanksProblem

log = logging.getLogger("aggregation.gateway")


@dataclass(frozen=True)
class Grant:
    credentials_token: str
    under_review: bool


class FlanksGateway:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self._base_url = base_url
        self._headers = {"Authorization": f"Bearer {token}"}
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> FlanksGateway:
        self._session = aiohttp.ClientSession(headers=self._headers)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        assert self._session is not None
        await self._session.close()

    async def _post(self, path: str, payload: dict[str, Any]) -> Any:
        assert self._session is not None
        async with self._session.post(self._base_url + path, json=payload) as response:
            try:
                body = await response.json(content_type=None)
            except ValueError:
                body = {"error": await response.text()}
        log.info("%s -> %d", path, response.status)
        if not response.ok:
            raise FlanksProblem(response.status, body)
        return body

    async def exchange(self, code: str) -> Grant:
        body = await self._post("/v0/links/code/exchange", {"code": code})
        return Grant(body["credentials_token"], body.get("error_code") == SCA_ERROR)

    async def status(self, credentials_token: str) -> dict[str, Any]:
        return await self._post("/v0/credentials/status", {"credentials_token": credentials_token})

    async def accounts(self, credentials_token: str) -> list[dict[str, Any]]:
        return await self._post("/v0/bank/credentials/account", {"credentials_token": credentials_token})
