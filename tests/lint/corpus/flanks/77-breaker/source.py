from __future__ import annotations

from typing import Any

import aiohttp
from aiohttp_retry import ExponentialRetry, RetryClient

from breaker import Breaker


class SourceError(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(f"flanks {status}: {body}")
        self.status = status
        self.body = body


class Source:
    """Reads through aiohttp-retry, which only repeats when the connection breaks."""

    options = ExponentialRetry(
        attempts=3,
        start_timeout=0.5,
        statuses=set(),
        exceptions={aiohttp.ClientConnectionError},
        retry_all_server_errors=False,
    )

    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self.token = token
        self.base_url = base_url
        self.breaker = Breaker()

    async def _read(self, path: str, credentials_token: str) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self.token}"}
        async with RetryClient(retry_options=self.options, headers=headers) as client:
            async with client.post(self.base_url + path, json={"credentials_token": credentials_token}) as reply:
                body = await reply.json()
                if reply.status != 200 or body.get("error_code") is not None:
                    raise SourceError(reply.status, body)
                return body

    async def investments(self, credentials_token: str) -> list[dict[str, Any]]:
        body = await self.breaker(self._read, "/v0/bank/investment", credentials_token)
        return body["investments"]
