from __future__ import annotations

from types import TracebackType
from typing import Any, Self

import aiohttp

BASE = "https://api.synapsefi.com/v3.1"


class SynapseError(Exception):
    def __init__(self, body: dict[str, Any]) -> None:
        super().__init__(f"{body.get('http_code')}/{body.get('error_code')}")
        self.http_code = body.get("http_code")
        self.error_code = body.get("error_code")
        self.body = body


class SynapseClient:
    def __init__(self, gateway: str, user_key: str, base_url: str = BASE) -> None:
        self.base_url = base_url
        self.headers = {"X-SP-GATEWAY": gateway, "X-SP-USER": user_key}
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(headers=self.headers)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        if self._session:
            await self._session.close()
            self._session = None

    async def resync(self, user_id: str, node_id: str) -> dict[str, Any]:
        assert self._session is not None
        url = f"{self.base_url}/users/{user_id}/nodes/{node_id}"
        async with self._session.patch(url, params={"resync": "BALANCE"}) as response:
            body: dict[str, Any] = await response.json(content_type=None)
        if response.status != 200 or body.get("error_code", "0") != "0":
            raise SynapseError(body)
        return body
