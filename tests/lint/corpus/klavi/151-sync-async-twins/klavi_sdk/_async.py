# Generated from _sync.py by tools/unasync.py. Do not edit.
from __future__ import annotations

from typing import Any

import httpx

from .model import Reply

DEFAULT_URL = "https://api.klavi.ai"


class AsyncReports:
    def __init__(self, client: AsyncKlavi) -> None:
        self._client = client

    async def get(self, cpf: str) -> Reply:
        return await self._client._request("GET", "/open-data/v1/reports", params={"cpf": cpf})


class AsyncConnections:
    def __init__(self, client: AsyncKlavi) -> None:
        self._client = client

    async def create(self, cpf: str, institution: str, **fields: str) -> Reply:
        payload = {"cpf": cpf, "institution": institution, **fields}
        return await self._client._request("POST", "/open-data/v1/connections", json=payload)


class AsyncKlavi:
    def __init__(self, token: str, base_url: str = DEFAULT_URL, transport: Any = None) -> None:
        self._http = httpx.AsyncClient(
            base_url=base_url, transport=transport, timeout=60, headers={"Authorization": f"Bearer {token}"}
        )
        self.reports = AsyncReports(self)
        self.connections = AsyncConnections(self)

    async def _request(self, method: str, path: str, **kwargs: Any) -> Reply:
        response = await self._http.request(method, path, **kwargs)
        return Reply.parse(response.json())

    async def aclose(self) -> None:
        await self._http.aclose()
